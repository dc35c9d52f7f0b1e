import type { Metadata } from 'next';
import { InviteForm } from '#components/desk/people/invite-form.tsx';
import { PeopleTable } from '#components/desk/people/people-table.tsx';
import { Considered } from '#components/desk/people/section-box.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { peopleWords } from '#components/words/people.ts';
import { personStates } from '#lib/people/person.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { listPeople } from '#lib/people/queries/list-people.ts';
import { invite } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: peopleWords[(await requireActor()).language].people };
}

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const words = peopleWords[actor.language];
  const asked = await searchParams;
  const search = typeof asked.q === 'string' ? asked.q : '';
  const state = personStates.find((each) => each === asked.state);
  const { people, next, may } = await listPeople(actor, { search, state, after: asked.after });
  const onward = new URLSearchParams({ ...(search ? { q: search } : {}), ...(state ? { state } : {}) });
  const withCursor = new URLSearchParams(onward);
  if (next) withCursor.set('after', next);
  return (
    <>
      <PageHead title={words.people} />
      <main
        id="main"
        className="grid min-h-[calc(100dvh-3.25rem)] content-start gap-5 bg-paper px-4 py-5 lg:px-6"
      >
        {may.invite ? (
          <Considered title={words.invite}>
            <InviteForm language={actor.language} action={invite} />
          </Considered>
        ) : null}
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser the desk supports */}
        <form role="search" method="get" action="/desk/people" className="flex flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1 sm:max-w-80">
            <TextField
              id="q"
              name="q"
              type="search"
              label={words.search}
              placeholder={may.invite ? words.searchHintWithEmail : words.searchHint}
              defaultValue={search}
            />
          </div>
          <SelectField id="state" name="state" label={words.state} defaultValue={state ?? ''}>
            <option value="">{words.anyState}</option>
            {personStates.map((each) => (
              <option key={each} value={each}>
                {words.stateFilters[each]}
              </option>
            ))}
          </SelectField>
          <Button type="submit">{words.find}</Button>
        </form>
        {people.length === 0 ? (
          <EmptyState
            title={words.nobodyFound}
            action={<ButtonLink href="/desk/people">{words.showEveryone}</ButtonLink>}
          >
            <p>{words.nobodyFoundWhy}</p>
          </EmptyState>
        ) : (
          <PeopleTable people={people} language={actor.language} self={actor.personId} />
        )}
        <nav aria-label={words.nextPage} className="flex flex-wrap gap-3 empty:hidden">
          {asked.after ? <ButtonLink href={`/desk/people?${onward}`}>{words.firstPage}</ButtonLink> : null}
          {next ? <ButtonLink href={`/desk/people?${withCursor}`}>{words.nextPage}</ButtonLink> : null}
        </nav>
      </main>
    </>
  );
}
