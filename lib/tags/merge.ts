import { distinctAliases } from './naming.ts';
import type { Tag } from './tag.ts';

/** What the tag that stays gains from the one that goes. */
export interface MergeGain {
  readonly aliases: readonly string[];
  readonly wikidata: string | null;
  readonly mediaTopic: string | null;
}

/**
 * Every name of the tag that goes becomes an alias of the one that stays, unless it has it already; outside ids fill what is
 * missing and never replace what a person chose.
 */
export function planMerge(from: Tag, into: Tag): MergeGain {
  const names = from.labels.filter((each) => !each.borrowed).map((each) => each.label);
  return {
    aliases: distinctAliases(
      [...names, ...from.aliases],
      [...into.labels, ...into.aliases.map((label) => ({ label }))],
    ),
    wikidata: into.wikidata ?? from.wikidata,
    mediaTopic: into.mediaTopic ?? from.mediaTopic,
  };
}
