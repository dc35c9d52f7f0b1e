import { Transform } from '@tiptap/pm/transform';
import { transaction } from '#db/client.ts';
import { insertFirstSections } from '#db/repositories/newsroom.ts';
import { insertStory } from '#db/repositories/stories.ts';
import { replaceBylines } from '#db/repositories/story-details.ts';
import { copyText, createText } from '#db/repositories/story-texts.ts';
import { keepDetails } from '#db/repositories/versions.ts';
import { paragraph, text } from '#lib/document/build.ts';
import { type DocumentJson, parseDocument } from '#lib/document/document.ts';
import { textCopies } from '#lib/document/plain-text.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Actor } from '#lib/people/actor.ts';
import { noDetails } from '#lib/stories/story.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';

/** Two sections, and their ids: `world`, `economy`. Once per test file. */
export async function openSections() {
  const world = newId();
  const economy = newId();
  await transaction((tx) =>
    insertFirstSections(tx, [
      { id: world, nameFr: 'Monde', nameEn: 'World', slugFr: 'monde', slugEn: 'world' },
      { id: economy, nameFr: 'Économie', nameEn: 'Economy', slugFr: 'economie', slugEn: 'economy' },
    ]),
  );
  return { world, economy };
}

/** A text that may go to print. */
export function fitText(headline: string, ...paragraphs: readonly string[]): DocumentJson {
  const body = paragraphs.length > 0 ? paragraphs : ['Le corps de l’article tient en une phrase.'];
  return text({
    headline,
    standfirst: 'Un chapô d’une phrase.',
    body: body.map((words) => paragraph(words)),
  });
}

/** A story as rows, with its text as version 0: for tests that are about what happens afterwards. */
export async function putStory(
  by: Actor,
  story: { text: DocumentJson; section?: string; language?: Language },
): Promise<string> {
  const id = newId();
  await transaction(async (tx) => {
    await insertStory(tx, {
      id,
      language: story.language ?? 'fr',
      sectionId: story.section ?? null,
      createdBy: by.personId,
    });
    await createText(tx, id, story.text);
    await copyText(tx, id, textCopies(parseDocument(story.text)), null);
    const bylines = by.personId ? [by.personId] : [];
    await replaceBylines(tx, id, bylines);
    const { language = 'fr', section = null } = story;
    await keepDetails(tx, id, 1, { ...noDetails, language, section, bylines }, by.personId);
  });
  return id;
}

/** Somebody types at the end of the last paragraph: steps through the one write path. Returns the version of the text. */
export async function type(by: Actor, storyId: string, words: string): Promise<number> {
  const answer = await appendTransform(by, storyId, (document) =>
    new Transform(document).insert(document.content.size - 1, draftSchema.text(words)),
  );
  if (!answer.ok) throw new Error(`typing was refused: ${answer.reason} ${answer.detail}`);
  return answer.value.version;
}
