import type { TagFormState } from '#components/desk/tags/form-state.ts';
import type { TagWords } from '#components/words/tags.ts';
import { languages } from '#lib/kernel/language.ts';
import type { AddressRefusal } from '#lib/tags/naming.ts';

/** What a form of a tag says, as it was typed. Names of fields: `label-fr`, `slug-fr`, `description-fr`, `other-label` … */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) typed[name] = value;
  return typed;
}

/** The labels of a form; a field left empty is no label. */
export function labelsIn(typed: Readonly<Record<string, string>>) {
  const spoken = Object.keys(typed).flatMap((name) => /^label-([a-z]{2,3})$/.exec(name)?.[1] ?? []);
  const labels = [...new Set([...languages, ...spoken])].map((language) => ({
    language,
    label: typed[`label-${language}`] ?? '',
    slug: typed[`slug-${language}`] ?? '',
    description: typed[`description-${language}`] ?? '',
  }));
  const { 'other-language': language = '', 'other-label': label = '' } = typed;
  if (language !== '' && !labels.some((each) => each.language === language && each.label.trim() !== ''))
    labels.push({ language, label, slug: '', description: '' });
  return labels.filter((each) => each.label.trim() !== '');
}

/** The aliases of a form, one a line. */
export function aliasesIn(typed: Readonly<Record<string, string>>): string[] {
  return (typed.aliases ?? '').split('\n').filter((line) => line.trim() !== '');
}

/** An outside id of a form; empty is none. */
export function idIn(typed: Readonly<Record<string, string>>, name: string): string | null {
  return typed[name]?.trim() || null;
}

/** Why addresses were refused, beside their fields; a free one is put in each, ready to be taken. */
export function addressRefused(
  refusals: readonly AddressRefusal[],
  typed: Readonly<Record<string, string>>,
  words: TagWords,
): TagFormState {
  const faults: Record<string, string> = {};
  const values = { ...typed };
  let holder: TagFormState['holder'];
  for (const refusal of refusals) {
    const why =
      refusal.fault === 'taken'
        ? words.addressTaken(refusal.holder.label)
        : words.addressFaults[refusal.fault];
    faults[`slug-${refusal.language}`] = `${why} ${words.freeInstead(refusal.suggestion)}`;
    values[`slug-${refusal.language}`] = refusal.suggestion;
    if (refusal.fault === 'taken')
      holder = { href: `/desk/tags/${refusal.holder.tagId}`, label: refusal.holder.label };
  }
  return {
    kind: 'refused',
    text: Object.values(faults).join(' '),
    faults,
    values,
    ...(holder ? { holder } : {}),
  };
}
