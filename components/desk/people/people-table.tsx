import { peopleWords, roleList } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { PersonState } from '#lib/people/person.ts';
import type { Role } from '#lib/people/role.ts';

interface Line {
  id: string;
  name: string;
  bylineName: string;
  email: string | null;
  roles: readonly Role[];
  state: PersonState;
  linkOpen: boolean;
}

const head = 'py-2 pe-4 text-start text-2xs font-semibold text-ink-3';

/** The staff. On a phone each person is a few lines; from a tablet on, a row. */
export function PeopleTable({
  people,
  language,
  self,
}: {
  people: readonly Line[];
  language: Language;
  self: string | null;
}) {
  const words = peopleWords[language];
  const withEmail = people.some((person) => person.email !== null && person.id !== self);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{words.people}</caption>
      <thead className="border-b border-rule-strong max-md:sr-only">
        <tr>
          <th scope="col" className={head}>
            {words.name}
          </th>
          {withEmail ? (
            <th scope="col" className={head}>
              {words.email}
            </th>
          ) : null}
          <th scope="col" className={head}>
            {words.roles}
          </th>
          <th scope="col" className={head}>
            {words.state}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr
            key={person.id}
            className="border-b border-rule max-md:grid max-md:gap-0.5 max-md:py-2.5 md:h-10"
          >
            <td className="pe-4">
              <a
                href={`/desk/people/${person.id}`}
                className="inline-flex min-h-6 items-center font-semibold underline-offset-2 hover:underline"
              >
                {person.name}
              </a>
              {person.id === self ? <span className="text-ink-2"> ({words.you})</span> : null}
              {person.bylineName !== person.name ? (
                <span className="text-ink-3"> · {person.bylineName}</span>
              ) : null}
            </td>
            {withEmail ? <td className="pe-4 text-ink-2 [overflow-wrap:anywhere]">{person.email}</td> : null}
            <td className="pe-4 text-ink-2">{roleList(person.roles, language)}</td>
            <td className="text-ink-2">
              {words.states[person.state]}
              {person.state === 'invited' && !person.linkOpen ? (
                <span className="text-alert">
                  {' '}
                  <span aria-hidden="true">◆</span> {words.linkExpired}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
