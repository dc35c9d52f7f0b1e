import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessBox } from '#components/desk/people/access-box.tsx';
import { OutcomeForm } from '#components/desk/people/outcome-form.tsx';
import { RoleBoxes } from '#components/desk/people/role-boxes.tsx';
import { SectionBox } from '#components/desk/people/section-box.tsx';
import { SessionList } from '#components/desk/people/session-list.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { peopleWords, roleList } from '#components/words/people.ts';
import { zoneName } from '#lib/kernel/dates.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { readPerson } from '#lib/people/queries/read-person.ts';
import { changeAccess, end, saveRoles } from '../actions.ts';
import { sessionLines } from '../session-lines.ts';

interface Address {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const actor = await requireActor();
  const person = await readPerson(actor, (await params).id);
  return { title: person?.profile.name ?? peopleWords[actor.language].people };
}

export default async function PersonPage({ params }: Address) {
  const actor = await requireActor();
  const person = await readPerson(actor, (await params).id);
  if (!person) notFound();
  const { language } = actor;
  const words = peopleWords[language];
  const own = person.id === actor.personId;
  const { timeZone } = await readNewsroom();
  const biography = person.profile.biography[language];
  const { may } = person;
  const isAdministering = may.renewInvitation || may.resetPassword || may.disable || may.enable;
  return (
    <>
      <PageHead title={person.profile.name} aside={words.states[person.state]}>
        <ButtonLink small kind="quiet" href="/desk/people">
          {words.back}
        </ButtonLink>
        {own ? (
          <ButtonLink small href="/desk/profile">
            {words.profile}
          </ButtonLink>
        ) : null}
      </PageHead>
      <main id="main" className="min-h-[calc(100dvh-3.25rem)] bg-paper px-4 lg:px-6">
        <div className="max-w-2xl">
          <SectionBox title={words.about}>
            <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
              <dt className="text-ink-3">{words.byline}</dt>
              <dd>{person.profile.bylineName}</dd>
              {person.email ? (
                <>
                  <dt className="text-ink-3">{words.email}</dt>
                  <dd className="[overflow-wrap:anywhere]">{person.email}</dd>
                </>
              ) : null}
              <dt className="text-ink-3">{words.roles}</dt>
              <dd>{roleList(person.roles, language)}</dd>
            </dl>
            {biography ? <p className="font-serif text-base">{biography}</p> : null}
            <p className="flex flex-wrap gap-x-6">
              <a
                className="inline-block min-h-6 text-pencil underline underline-offset-2"
                href={`/${language}/by/${person.profile.slug}`}
              >
                {words.seeOnSite}
              </a>
              {person.may.readAudit ? (
                <a
                  className="inline-block min-h-6 text-pencil underline underline-offset-2"
                  href={`/desk/audit?person=${person.id}`}
                >
                  {words.actions}
                </a>
              ) : null}
            </p>
          </SectionBox>
          {person.may.changeRoles ? (
            <SectionBox title={words.rolesTitle}>
              <p className="text-ink-2">{words.rolesIntro}</p>
              <OutcomeForm
                action={saveRoles}
                submit={words.saveRoles}
                hidden={{ personId: person.id, version: String(person.version) }}
                language={language}
              >
                {/* A form keeps its boxes as they were; new roles need new ones. */}
                <RoleBoxes key={person.version} id="role" language={language} chosen={person.roles} />
              </OutcomeForm>
            </SectionBox>
          ) : null}
          {isAdministering ? (
            <SectionBox title={words.accessTitle}>
              <AccessBox personId={person.id} may={person.may} language={language} action={changeAccess} />
            </SectionBox>
          ) : null}
          {person.sessions ? (
            <SectionBox title={words.sessionsTitle} aside={words.zone(zoneName(timeZone))}>
              <SessionList
                personId={person.id}
                sessions={sessionLines(person.sessions, language, timeZone)}
                language={language}
                own={own}
                action={end}
              />
            </SectionBox>
          ) : null}
        </div>
      </main>
    </>
  );
}
