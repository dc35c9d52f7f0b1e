import { languages } from '#lib/kernel/language.ts';
import { type SlugFault, slugFault } from '#lib/kernel/slug.ts';
import { fold } from '#lib/kernel/text.ts';
import { addressFrom, freeAddress } from './address.ts';
import type { TagLabel } from './tag.ts';
import type { TagType } from './tag-type.ts';

/** A label as a person gives it. */
interface GivenLabel {
  readonly language: string;
  readonly label: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
}

/** Who holds an address: the tag that has it now, or that had it before and is still reached by it. */
export interface AddressHolder {
  readonly language: string;
  readonly slug: string;
  readonly tagId: string;
  readonly label: string;
}

/** Why a label cannot have the address it asks for, and one that it can have. */
export type AddressRefusal =
  | {
      readonly fault: SlugFault;
      readonly language: string;
      readonly slug: string;
      readonly suggestion: string;
    }
  | {
      readonly fault: 'taken';
      readonly language: string;
      readonly slug: string;
      readonly suggestion: string;
      readonly holder: AddressHolder;
    };

/** The beginnings of every address that `planNaming` may look at: what to ask the database for. */
export function addressBases(type: TagType, given: readonly GivenLabel[]): string[] {
  const wanted = given.flatMap((each) => [
    each.slug?.trim() ?? '',
    addressFrom(each.slug ?? '', ''),
    addressFrom(each.label, ''),
  ]);
  return [...new Set([...wanted.filter((slug) => slug !== ''), type])];
}

export interface NamingPlan {
  readonly labels: readonly TagLabel[];
  readonly refusals: readonly AddressRefusal[];
}

/**
 * From the labels a person gave to the rows of a tag: each with an address, and one in every language of the site, borrowed
 * where none was given. `before` is what the tag had: a label that stays keeps its address. `holders` are the other tags'
 * addresses of this type. A given label whose address is reserved or another tag's is refused with a suggestion (two tags of one
 * name are most often one tag); a borrowed one finds a free address by itself, since nobody chose it.
 */
export function planNaming(
  type: TagType,
  given: readonly GivenLabel[],
  holders: readonly AddressHolder[],
  before: readonly TagLabel[] = [],
): NamingPlan {
  const labels: TagLabel[] = [];
  const refusals: AddressRefusal[] = [];
  const holderOf = (language: string, slug: string) =>
    holders.find((each) => each.language === language && each.slug === slug);
  const latin = given.map((each) => addressFrom(each.label, '')).find((slug) => slug !== '') ?? '';

  for (const each of given) {
    const kept = before.find((row) => row.language === each.language);
    const slug =
      each.slug?.trim() ||
      (kept && kept.label === each.label && !kept.borrowed
        ? kept.slug
        : addressFrom(each.label, latin) || type);
    const holder = holderOf(each.language, slug);
    const fault = slugFault(slug);
    if (fault || holder) {
      const suggestion = freeAddress(
        fault === 'characters' || fault === 'too_long' ? addressFrom(slug, latin) : slug,
        type,
        (wanted) => holderOf(each.language, wanted) !== undefined,
      );
      refusals.push(
        holder && !fault
          ? { fault: 'taken', language: each.language, slug, suggestion, holder }
          : { fault: fault ?? 'empty', language: each.language, slug, suggestion },
      );
      continue;
    }
    labels.push({
      language: each.language,
      label: each.label,
      slug,
      description: each.description ?? kept?.description ?? '',
      borrowed: false,
    });
  }

  const lender = given.find((each) => languages.some((language) => language === each.language)) ?? given[0];
  if (lender) {
    for (const language of languages) {
      if (given.some((each) => each.language === language)) continue;
      const kept = before.find(
        (row) => row.language === language && row.borrowed && row.label === lender.label,
      );
      const wanted = addressFrom(lender.label, latin);
      labels.push(
        kept ?? {
          language,
          label: lender.label,
          slug: freeAddress(wanted, type, (slug) => holderOf(language, slug) !== undefined),
          description: '',
          borrowed: true,
        },
      );
    }
  }
  return { labels, refusals };
}

/** Aliases worth keeping: each folded spelling once, none that is already a label. In the order given. */
export function distinctAliases(aliases: readonly string[], labels: readonly { label: string }[]): string[] {
  const known = new Set(labels.map((each) => fold(each.label)));
  return aliases.filter((alias) => {
    const folded = fold(alias);
    if (known.has(folded)) return false;
    known.add(folded);
    return true;
  });
}
