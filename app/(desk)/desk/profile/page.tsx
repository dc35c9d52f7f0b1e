import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PasswordForm } from '#components/desk/people/password-form.tsx';
import { ProfileForm } from '#components/desk/people/profile-form.tsx';
import { SectionBox } from '#components/desk/people/section-box.tsx';
import { SessionList } from '#components/desk/people/session-list.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { peopleWords, roleList } from '#components/words/people.ts';
import { publicUrl } from '#lib/adapters/env.ts';
import { zoneName } from '#lib/kernel/dates.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { readPerson } from '#lib/people/queries/read-person.ts';
import { end } from '../people/actions.ts';
import { sessionLines } from '../people/session-lines.ts';
import { changeMyPassword, saveProfile } from './actions.ts';
import { profileFieldsOf } from './profile-fields.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: peopleWords[(await requireActor()).language].profile };
}

export default async function ProfilePage() {
  const actor = await requireActor();
  const person = actor.personId === null ? null : await readPerson(actor, actor.personId);
  if (!person) notFound();
  const { language } = actor;
  const words = peopleWords[language];
  const { timeZone } = await readNewsroom();
  return (
    <>
      <PageHead title={words.profile} aside={roleList(person.roles, language)} />
      <main id="main" className="min-h-[calc(100dvh-3.25rem)] bg-paper px-4 lg:px-6">
        <div className="max-w-2xl">
          <SectionBox title={words.profileTitle}>
            <ProfileForm
              language={language}
              version={person.version}
              profile={profileFieldsOf(person.profile)}
              pageAddress={`${publicUrl().host}/${language}/by/`}
              action={saveProfile}
            />
          </SectionBox>
          <SectionBox title={words.passwordTitle}>
            <PasswordForm language={language} email={person.email ?? ''} action={changeMyPassword} />
          </SectionBox>
          <SectionBox title={words.sessionsTitle} aside={words.zone(zoneName(timeZone))}>
            <SessionList
              personId={person.id}
              sessions={sessionLines(person.sessions ?? [], language, timeZone)}
              language={language}
              own
              action={end}
            />
          </SectionBox>
        </div>
      </main>
    </>
  );
}
