import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { auditVerbs, auditWords } from '#components/words/audit.ts';
import type { Language } from '#lib/kernel/language.ts';
import { auditObjects } from '#lib/people/audit.ts';

/** By whom, what, about what. One object at a time is chosen from its row; it then stands among the kinds. */
export function AuditFilters({
  language,
  people,
  chosen,
}: {
  language: Language;
  people: readonly { id: string; name: string }[];
  chosen: { person: string; verb: string; object: string };
}) {
  const words = auditWords[language];
  return (
    <form method="get" action="/desk/audit" className="flex flex-wrap items-end gap-3">
      <SelectField id="person" name="person" label={words.person} defaultValue={chosen.person}>
        <option value="">{words.anyone}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </SelectField>
      <SelectField id="verb" name="verb" label={words.verb} defaultValue={chosen.verb}>
        <option value="">{words.anyVerb}</option>
        {auditVerbs.map((verb) => (
          <option key={verb} value={verb}>
            {words.verbs[verb] ?? verb}
          </option>
        ))}
      </SelectField>
      <SelectField id="object" name="object" label={words.object} defaultValue={chosen.object}>
        <option value="">{words.anyObject}</option>
        {chosen.object.includes(':') ? <option value={chosen.object}>{words.oneObject}</option> : null}
        {auditObjects.map((object) => (
          <option key={object} value={object}>
            {words.objects[object]}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{words.filter}</Button>
    </form>
  );
}
