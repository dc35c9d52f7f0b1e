import { desk, type Reader, transaction } from '#db/client.ts';
import { listAuditRows, recordAudit } from '#db/repositories/audit.ts';
import { insertFirstSections, lockNewsroom, nameNewsroom, openNewsroom } from '#db/repositories/newsroom.ts';
import { anyPerson, findPerson, insertPerson } from '#db/repositories/people.ts';
import { hashPassword } from '#lib/adapters/password-hash.ts';
import { defaultLanguage } from '#lib/kernel/language.ts';
import { type Actor, mintActor, programActor } from '#lib/people/actor.ts';
import { normalisePassword } from '#lib/people/password.ts';
import { fixedId } from './fixed-id.ts';
import { demoPassword, demoPeople, type PersonKey } from './people.ts';
import { demoSections, type SectionKey } from './sections.ts';

export const demoTimeZone = 'Europe/Paris';
export const program = programActor('demo');
/** The verb of the audit row that is written last: a demo newsroom without it was cut off while it was loaded. */
export const loadedVerb = 'load-demo';

export const personId = (key: PersonKey) => fixedId('person', key);
export const sectionId = (key: SectionKey) => fixedId('section', key);

/** A demo person who acts through the program: without a session, since nobody signed in. */
export function actorOf(key: PersonKey): Actor {
  const person = demoPeople.find((each) => each.key === key);
  if (!person) throw new Error(`the demo newsroom has no ${key}`);
  const { name, roles, language } = person;
  return mintActor({ personId: personId(key), name, roles, language, sessionId: null });
}

/** Whether a demo newsroom is there whose loading was cut off: `loadDemo` takes it up again. */
export async function isCutOff(reader: Reader): Promise<boolean> {
  if (!(await findPerson(reader, personId('odile')))) return false;
  const [loaded] = await listAuditRows(reader, { verb: loadedVerb, limit: 1 });
  return loaded === undefined;
}

/**
 * Names the newsroom, gives it sections and staff, in one transaction. Says no, and does nothing, when somebody's newsroom is in
 * the database already; yes also when an earlier loading was cut off and is to be taken up again.
 */
export async function openDemoNewsroom(): Promise<boolean> {
  if (await anyPerson(desk())) return isCutOff(desk());
  const passwordHash = await hashPassword(normalisePassword(demoPassword));
  return transaction(async (tx) => {
    const name = 'Chapeau';
    await openNewsroom(tx, {
      name,
      tagline: {
        fr: 'Le monde, l’Asie centrale, et comment nous le savons',
        en: 'The world, Central Asia, and how we know',
      },
      timeZone: demoTimeZone,
      defaultLanguage,
    });
    // Two processes that start together wait for each other here; the second then finds the staff of the first.
    await lockNewsroom(tx);
    if (await anyPerson(tx)) return isCutOff(tx);
    // An earlier start without the demo left a row that waits for its set-up page: that page is closed now.
    await nameNewsroom(tx, { name, defaultLanguage, setupTokenHash: null });
    await insertFirstSections(
      tx,
      demoSections.map(({ key, fr, en }) => ({
        id: sectionId(key),
        nameFr: fr[0],
        slugFr: fr[1],
        nameEn: en[0],
        slugEn: en[1],
      })),
    );
    for (const { key, name, bylineName, slug, email, roles, language, biography } of demoPeople)
      await insertPerson(tx, {
        id: personId(key),
        name,
        bylineName,
        slug,
        email,
        roles: [...roles],
        interfaceLanguage: language,
        biography,
        passwordHash,
      });
    await recordAudit(tx, {
      actor: program,
      verb: 'open-demo',
      objectType: 'newsroom',
      objectId: '1',
      details: { people: demoPeople.map(({ name }) => name) },
    });
    return true;
  });
}
