'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { TagFormState } from '#components/desk/tags/form-state.ts';
import { languageName } from '#components/desk/tags/language-name.ts';
import { type TagWords, tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { editTag } from '#lib/tags/commands/edit-tag.ts';
import { loadMediaTopics } from '#lib/tags/commands/load-media-topics.ts';
import { mergeTags } from '#lib/tags/commands/merge-tags.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import type { Tag } from '#lib/tags/tag.ts';
import { tagTypes } from '#lib/tags/tag-type.ts';
import { addressRefused, aliasesIn, idIn, labelsIn, typedIn } from './tag-form.ts';

const refused = (text: string, values: Readonly<Record<string, string>>): TagFormState => ({
  kind: 'refused',
  text,
  values,
});

/** Makes a tag and leads to its page. */
export async function create(_before: TagFormState, form: FormData): Promise<TagFormState> {
  const actor = await requireActor();
  const words = tagWords[actor.language];
  const typed = typedIn(form);
  const result = await nameTag(actor, {
    type: tagTypes.find((type) => type === typed.type) ?? 'topic',
    labels: labelsIn(typed),
    aliases: aliasesIn(typed),
  });
  if (result.ok) redirect(`/desk/tags/${result.value.tagId}`);
  if (result.reason === 'address_refused') return addressRefused(result.detail, typed, words);
  if (result.reason === 'outside_id_taken') return refused(words.outsideTaken, typed);
  return refused(words.refused[result.reason], typed);
}

/** Gives the newsroom the IPTC Media Topics. */
export async function loadTopics(): Promise<TagFormState> {
  const actor = await requireActor();
  const words = tagWords[actor.language];
  const result = await loadMediaTopics(actor);
  if (!result.ok) return refused(words.refused[result.reason], {});
  refresh();
  return { kind: 'done', text: words.topicsLoaded(result.value.made) };
}

/** Writes the whole tag on top of the version that the form was made from. */
export async function save(_before: TagFormState, form: FormData): Promise<TagFormState> {
  const actor = await requireActor();
  const words = tagWords[actor.language];
  const typed = typedIn(form);
  const result = await editTag(actor, {
    tagId: typed.tagId ?? '',
    version: Number(typed.version),
    labels: labelsIn(typed),
    aliases: aliasesIn(typed),
    wikidata: idIn(typed, 'wikidata'),
    mediaTopic: idIn(typed, 'mediaTopic'),
  });
  if (result.ok) {
    refresh();
    return { kind: 'done', text: words.saved };
  }
  if (result.reason === 'address_refused') return addressRefused(result.detail, typed, words);
  if (result.reason === 'outside_id_taken') {
    const { of, tagId } = result.detail;
    const holder = { href: `/desk/tags/${tagId}`, label: words.tag };
    return { ...refused(words.outsideTaken, typed), faults: { [of]: words.outsideTaken }, holder };
  }
  if (result.reason !== 'changed_since_read') return refused(words.refused[result.reason], typed);
  const { theirs } = result.detail;
  return {
    ...refused(words.moved, typed),
    version: theirs.version,
    theirs: whatDiffers(theirs, typed, words, actor.language),
  };
}

/** What stands in the fields now where it is not what was typed. */
function whatDiffers(
  theirs: Tag,
  typed: Readonly<Record<string, string>>,
  words: TagWords,
  language: Language,
) {
  const given = theirs.labels.filter((each) => !each.borrowed);
  const stored = [
    ...given.flatMap((each) => [
      {
        name: `label-${each.language}`,
        field: words.labelIn(languageName(each.language, language)),
        value: each.label,
      },
      { name: `slug-${each.language}`, field: words.address, value: each.slug },
      { name: `description-${each.language}`, field: words.description, value: each.description },
    ]),
    { name: 'aliases', field: words.aliases, value: theirs.aliases.join('\n') },
    { name: 'wikidata', field: words.wikidata, value: theirs.wikidata ?? '' },
    { name: 'mediaTopic', field: words.mediaTopic, value: theirs.mediaTopic ?? '' },
  ];
  return stored
    .filter(({ name, value }) => (typed[name] ?? '').replace(/\r/g, '').trim() !== value)
    .map(({ field, value }) => ({
      field,
      value: value === '' ? words.nothing : value.replaceAll('\n', ', '),
    }));
}

/** Merges two tags as the preview showed them, and leads to the one that stays. */
export async function merge(_before: TagFormState, form: FormData): Promise<TagFormState> {
  const actor = await requireActor();
  const words = tagWords[actor.language];
  const typed = typedIn(form);
  const result = await mergeTags(actor, {
    fromId: typed.fromId ?? '',
    fromVersion: Number(typed.fromVersion),
    intoId: typed.intoId ?? '',
    intoVersion: Number(typed.intoVersion),
    acrossTypes: typed.acrossTypes === 'yes',
  });
  if (result.ok) redirect(`/desk/tags/${result.value.tagId}`);
  // The preview is drawn anew from what stands now, with the versions to confirm.
  if (result.reason === 'changed_since_read') refresh();
  return refused(words.refused[result.reason], typed);
}
