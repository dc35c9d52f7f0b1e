import AhoCorasick from 'modern-ahocorasick';
import { isEdge, spell } from './spelled-text.ts';
import { matchesAsWritten } from './spelling.ts';
import type { TagType } from './tag-type.ts';

/** One name of a tag, as the catalogue holds it. */
export interface TagName {
  readonly tagId: string;
  readonly type: TagType;
  readonly name: string;
  /** The label's language; null for an alias, which is of no language in particular. */
  readonly language: string | null;
}

/** One place in a text where a name stands, as a whole word, written as such a name may be. Offsets in UTF-16 units. */
export interface Hit {
  readonly name: TagName;
  readonly start: number;
  readonly end: number;
}

/** All names of the catalogue, compiled once and searched in one pass over a text, however many there are. */
export interface Automaton {
  /** Every place where a name stands, overlaps included. Time grows with the text and the hits, not with the names. */
  readonly search: (text: string) => Hit[];
}

/** Compiles names. A name with fewer than two letters or digits is left out: it would be found everywhere. */
export function compile(names: readonly TagName[]): Automaton {
  const bySpelling = new Map<string, TagName[]>();
  for (const name of names) {
    if ((name.name.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) continue;
    const spelled = spell(name.name).spelled.trim();
    const sharing = bySpelling.get(spelled);
    if (sharing) sharing.push(name);
    else bySpelling.set(spelled, [name]);
  }
  if (bySpelling.size === 0) return { search: () => [] };
  const sharers = [...bySpelling.values()];
  const matcher = new AhoCorasick([...bySpelling.keys()]);

  return {
    search(text) {
      const { spelled, places } = spell(text);
      const hits: Hit[] = [];
      for (const match of matcher.iterate(spelled)) {
        if (!isEdge(spelled, match.start) || !isEdge(spelled, match.end)) continue;
        const start = places[match.start] ?? 0;
        const end = places[match.end] ?? text.length;
        const written = text.slice(start, end);
        for (const name of sharers[match.patternIndex] ?? []) {
          if (matchesAsWritten(name, written)) hits.push({ name, start, end });
        }
      }
      return hits;
    },
  };
}
