import { Checkbox } from '#components/ui/field.tsx';
import { peopleWords } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type Role, roles } from '#lib/people/role.ts';

/** The roles, each with what it means; any number may be chosen. */
export function RoleBoxes({
  id,
  language,
  chosen,
}: {
  /** Base of the ids: there may be two of these on a screen. */
  id: string;
  language: Language;
  chosen: readonly Role[];
}) {
  const words = peopleWords[language];
  return (
    <fieldset>
      <legend className="mb-2 text-xs font-semibold">{words.roles}</legend>
      <div className="grid gap-2.5">
        {roles.map((role) => (
          <Checkbox
            key={role}
            id={`${id}-${role}`}
            name="roles"
            value={role}
            label={<span className="first-letter:uppercase inline-block">{words.roleNames[role]}</span>}
            hint={words.roleMeanings[role]}
            defaultChecked={chosen.includes(role)}
          />
        ))}
      </div>
    </fieldset>
  );
}
