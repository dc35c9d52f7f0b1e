import type { Node } from '@tiptap/pm/model';
import { headlineText } from '#lib/document/plain-text.ts';
import { checkForPrint, type PrintFaultCode } from '#lib/document/print.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import type { Details } from '#lib/stories/story.ts';

/** Beyond these, lists and search engines cut: characters. */
export const advisedMaximum = { headline: 110, trailText: 200 } as const;

/** What a story as a whole needs or had better have, in the order of the checklist. */
const wholeStory = [
  ['headline', 'needed'],
  ['body', 'needed'],
  ['section', 'needed'],
  ['byline', 'needed'],
  ['address', 'needed'],
  ['standfirst', 'advised'],
  ['tags', 'advised'],
  ['trail_text', 'advised'],
  ['headline_length', 'advised'],
] as const;
export type ReadinessLevel = 'needed' | 'advised';
export type WholeStoryCode = (typeof wholeStory)[number][0];
/** Faults of a block; those that concern the whole text are told by the items above. */
export type BlockFaultCode = Exclude<PrintFaultCode, 'headline_empty' | 'standfirst_empty' | 'body_empty'>;

export interface ReadinessItem {
  readonly code: WholeStoryCode | BlockFaultCode;
  /** `needed` keeps a story out of print; `advised` is worth a look. */
  readonly level: ReadinessLevel;
  readonly done: boolean;
  /** The block it is about, to jump to. */
  readonly blockId: string | null;
}

const told: ReadonlySet<PrintFaultCode> = new Set(['headline_empty', 'standfirst_empty', 'body_empty']);
const isBlockFault = (code: PrintFaultCode): code is BlockFaultCode => !told.has(code);

/** What of the details matters to print. */
export type PrintDetails = Readonly<Pick<Details, 'section' | 'slug' | 'trailText'>> & {
  readonly bylines: readonly string[];
  readonly tags: readonly string[];
};

/**
 * What stands between a story and print: the whole list, done or not, as the checklist shows it. Pure, so that the desk shows it
 * while somebody writes and the publication decides by the very same list.
 */
export function readiness(document: Node, details: PrintDetails): ReadinessItem[] {
  const faults = checkForPrint(document);
  const faulty = (code: PrintFaultCode) => faults.some((fault) => fault.code === code);
  const done: Record<WholeStoryCode, boolean> = {
    headline: !faulty('headline_empty'),
    body: !faulty('body_empty'),
    section: details.section !== null,
    byline: details.bylines.length > 0,
    // Empty is fine: the first publication makes it from the headline.
    address: details.slug === '' || slugFault(details.slug) === null,
    standfirst: !faulty('standfirst_empty'),
    tags: details.tags.length > 0,
    trail_text: details.trailText !== '' && details.trailText.length <= advisedMaximum.trailText,
    headline_length: headlineText(document).length <= advisedMaximum.headline,
  };
  const first = document.maybeChild(0)?.attrs.id;
  const whole = wholeStory.map(([code, level]): ReadinessItem => {
    const blockId = code.startsWith('headline') && typeof first === 'string' ? first : null;
    return { code, level, done: done[code], blockId };
  });
  const blocks = faults.flatMap(({ code, level, blockId }): ReadinessItem[] =>
    isBlockFault(code)
      ? [{ code, level: level === 'blocks' ? 'needed' : 'advised', done: false, blockId }]
      : [],
  );
  return [...whole, ...blocks];
}

/** What is needed and not done: empty when the story may go to print. */
export function missingForPrint(items: readonly ReadinessItem[]): ReadinessItem[] {
  return items.filter(({ level, done }) => level === 'needed' && !done);
}
