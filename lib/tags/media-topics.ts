import { languages } from '#lib/kernel/language.ts';
import { slugFrom } from '#lib/kernel/slug.ts';
import { freeAddress } from './address.ts';
import type { TagLabel } from './tag.ts';

/** A concept of the IPTC Media Topics: see lib/tags/data. */
export interface MediaTopic {
  /** `medtop:20000587`. */
  readonly id: string;
  /** The broader concept; null for the seventeen at the top. */
  readonly parent: string | null;
  readonly wikidata: string | null;
  readonly labels: ReadonlyMap<string, string>;
}

/** Reads the table of concepts: a heading that names the languages, then a line each, cells parted by tabs. */
export function parseMediaTopics(table: string): MediaTopic[] {
  const [heading = '', ...lines] = table.trimEnd().split('\n');
  const spoken = heading.split('\t').slice(3);
  return lines.map((line) => {
    const [id = '', parent = '', wikidata = '', ...labels] = line.split('\t');
    return {
      id: `medtop:${id}`,
      parent: parent === '' ? null : `medtop:${parent}`,
      wikidata: wikidata === '' ? null : wikidata,
      labels: new Map(
        spoken.flatMap((language, at) => (labels[at] ? [[language, labels[at]] as const] : [])),
      ),
    };
  });
}

/** "Commerce" for "commerce": a label stands alone on pages, so it begins with a capital. */
function asLabel(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/**
 * The labels of a concept as a topic tag has them, each at a free address; a site language without one borrows. Where two
 * concepts have one name in a language, the later is told apart by its number. `taken` is filled with what it chose.
 */
export function topicLabels(topic: MediaTopic, taken: Set<string>): TagLabel[] {
  const labels = [...topic.labels].map(([language, text]) => ({ language, text, borrowed: false }));
  const lender = languages.map((language) => topic.labels.get(language)).find((text) => text !== undefined);
  for (const language of languages) {
    if (lender !== undefined && !topic.labels.has(language))
      labels.push({ language, text: lender, borrowed: true });
  }
  return labels.map(({ language, text, borrowed }) => {
    const wanted = slugFrom(text) || slugFrom(lender ?? '') || topic.id.replace(':', '-');
    const slug = freeAddress(wanted, 'topic', (each) => taken.has(`${language}/${each}`));
    taken.add(`${language}/${slug}`);
    return { language, label: asLabel(text, language), slug, description: '', borrowed };
  });
}
