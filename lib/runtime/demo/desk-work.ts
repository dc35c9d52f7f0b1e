import { type Node, Slice } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { desk } from '#db/client.ts';
import { findStory, type StoryRow } from '#db/repositories/stories.ts';
import { readTextVersion } from '#db/repositories/story-texts.ts';
import { parseDocument } from '#lib/document/document.ts';
import { headlineText } from '#lib/document/plain-text.ts';
import type { Actor } from '#lib/people/actor.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { unpublishStory } from '#lib/publication/commands/unpublish-story.ts';
import { approveStory } from '#lib/stories/commands/approve-story.ts';
import { archiveStory } from '#lib/stories/commands/archive-story.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { startStory } from '#lib/stories/commands/start-story.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { settleText } from '#lib/writing/commands/settle-text.ts';
import { fixedId } from './fixed-id.ts';
import { actorOf, personId, sectionId } from './staff.ts';
import type { Correction, DemoStory, Moment } from './story.ts';
import type { TagKey } from './tags.ts';
import { documentOf, typeset } from './typesetting.ts';

export const storyId = (story: DemoStory) => fixedId('story', story.language, story.headline);

/** What a command gave; a refusal is a mistake in the demo's own data, so it ends the loading. */
function given<Value>(
  what: string,
  answer: { ok: true; value: Value } | { ok: false; reason: string; detail?: unknown },
): Value {
  if (answer.ok) return answer.value;
  throw new Error(`the demo could not ${what}: ${answer.reason} ${JSON.stringify(answer.detail ?? null)}`);
}

async function rowOf(story: DemoStory): Promise<StoryRow> {
  const row = await findStory(desk(), storyId(story));
  if (!row) throw new Error(`the demo story ${story.headline} is gone`);
  return row;
}

function writerOf(story: DemoStory): Actor {
  const [first] = story.bylines;
  if (!first) throw new Error(`nobody signs ${story.headline}`);
  return actorOf(first);
}

const editorOf = (story: DemoStory) => actorOf(story.language === 'fr' ? 'bastien' : 'miriam');

/** Begins the story, writes its text and its details. What is there already is left as it is. */
export async function writeStory(story: DemoStory, tags: ReadonlyMap<TagKey, string>): Promise<void> {
  const writer = writerOf(story);
  const id = storyId(story);
  const section = story.section === null ? null : sectionId(story.section);
  if (!(await findStory(desk(), id)))
    given('start', await startStory(writer, { language: story.language, section }, id));
  if ((await rowOf(story)).state !== 'draft') return;

  const text = parseDocument(documentOf(story));
  const fill = (document: Node) =>
    headlineText(document) === ''
      ? new Transform(document).replace(0, document.content.size, new Slice(text.content, 0, 0))
      : null;
  given('write', await appendTransform(writer, id, fill));
  await settleText(id);
  const changes = {
    section,
    slug: story.slug,
    kicker: typeset(story.kicker, story.language),
    trailText: typeset(story.trailText, story.language),
    dateline: typeset(story.dateline, story.language),
    bylines: story.bylines.map(personId),
    tags: story.tags.flatMap((key) => tags.get(key) ?? []),
  };
  given(
    'describe',
    await editDetails(writer, { storyId: id, version: (await rowOf(story)).version, changes }),
  );
}

/** Reads a moment of the demo as an instant. */
export type Clock = (moment: Moment) => Date;

/** Takes the story through the desk, by the people who may, to the state it is to be in, and corrects it if it is to be corrected. */
export async function handOver(story: DemoStory, clock: Clock): Promise<void> {
  for (let row = await rowOf(story); row.state !== story.state; row = await rowOf(story))
    await move(story, row, clock);
  if (story.correction && (await rowOf(story)).editionNumber === 1)
    await correct(story, story.correction, clock);
}

/** One move further on the way to the state that the story is to be in. */
async function move(story: DemoStory, { state, version }: StoryRow, clock: Clock): Promise<void> {
  const seen = { storyId: storyId(story), version };
  const [writer, editor] = [writerOf(story), editorOf(story)];
  if (state === 'draft' && story.state === 'archived') given('archive', await archiveStory(editor, seen));
  else if (state === 'draft') given('submit', await submitStory(writer, seen));
  else if (state === 'submitted') given('approve', await approveStory(editor, seen));
  else if (state === 'ready' && story.published) await publish(story, clock(story.published));
  else if (state === 'published') given('unpublish', await unpublishStory(editor, seen));
  else throw new Error(`no way leads ${story.headline} from ${state} to ${story.state}`);
}

/** Puts the text as it stands in print; `notice` is what readers are told of a second edition. */
async function publish(story: DemoStory, at: Date, notice?: string): Promise<void> {
  const { id, version } = await rowOf(story);
  const textVersion = await readTextVersion(desk(), id);
  if (textVersion === null) throw new Error(`${story.headline} has no text`);
  const request = { storyId: id, version, textVersion };
  const told = notice === undefined ? {} : { notice: { kind: 'correction' as const, text: notice } };
  given('publish', await publishStory(editorOf(story), { ...request, ...told }, at));
}

async function correct(
  story: DemoStory,
  { on, wrong, right, notice }: Correction,
  clock: Clock,
): Promise<void> {
  const set = (words: string) => typeset(words, story.language);
  given(
    'correct',
    await appendTransform(editorOf(story), storyId(story), replaceOnce(set(wrong), set(right))),
  );
  await settleText(storyId(story));
  await publish(story, clock(on), set(notice));
}

/** Other words in the place of some, marks kept; null when they are not there any more. */
function replaceOnce(wrong: string, right: string) {
  return (document: Node): Transform | null => {
    let change: Transform | null = null;
    document.descendants((node, position) => {
      const start = node.text?.indexOf(wrong) ?? -1;
      if (change || start < 0) return;
      const from = position + start;
      const words = document.type.schema.text(right, node.marks);
      change = new Transform(document).replaceWith(from, from + wrong.length, words);
    });
    return change;
  };
}
