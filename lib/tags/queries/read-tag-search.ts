import { desk } from '#db/client.ts';
import { findCatalogue, findCatalogueVersion, findChangedTags } from '#db/repositories/tag-lists.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type Automaton, compile } from '#lib/tags/automaton.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';

/**
 * The names of all tags, compiled. Compiling ten thousand tags takes a fifth of a second of the one thread that also carries
 * everybody's typing, so it is done rarely: tags that changed since are compiled apart and stand before their older selves.
 */
interface Compiled {
  /** The catalogue's version that this agrees with. */
  version: number;
  base: Automaton;
  baseVersion: number;
  changed: ReadonlySet<string>;
  recent: Automaton;
}

/** More tags than this changed since: all is compiled anew. */
const recentMaximum = 300;

// Next bundles this file more than once: one catalogue a process, on the global object.
const holder = globalThis as {
  [key: symbol]: { compiled?: Compiled; catchingUp?: Promise<Compiled> } | undefined;
};
const symbol = Symbol.for('chapeau.tag-search');
holder[symbol] ??= {};
const cache = holder[symbol];

/**
 * The search over all names, as they are committed now: the catalogue's version is asked each time, so a tag named in
 * another process is found at once. For those who may not read tags it finds nothing.
 */
export async function readTagSearch(actor: Actor): Promise<Automaton['search']> {
  if (!tagsPolicy.read(actor)) return () => [];
  const version = await findCatalogueVersion(desk());
  let compiled = cache.compiled;
  // Twice: whoever was catching up already may have read an older version than ours.
  for (let attempt = 0; attempt < 2 && compiled?.version !== version; attempt++) {
    cache.catchingUp ??= catchUp(compiled).finally(() => {
      delete cache.catchingUp;
    });
    compiled = await cache.catchingUp;
    cache.compiled = compiled;
  }
  if (!compiled) return () => [];
  const { base, changed, recent } = compiled;
  return (text) => [
    ...base.search(text).filter((hit) => !changed.has(hit.name.tagId)),
    ...recent.search(text),
  ];
}

async function catchUp(known: Compiled | undefined): Promise<Compiled> {
  // The version first, the names after it: names newer than the version are read again next time, never missed.
  const version = await findCatalogueVersion(desk());
  if (known && known.baseVersion <= version) {
    const changed = await findChangedTags(desk(), known.baseVersion);
    if (changed.length <= recentMaximum) {
      const names = await findCatalogue(desk(), known.baseVersion);
      // A tag that changed between the two reads is in the second only.
      return {
        ...known,
        version,
        changed: new Set([...changed, ...names.map((name) => name.tagId)]),
        recent: compile(names),
      };
    }
  }
  const base = compile(await findCatalogue(desk(), null));
  return { version, base, baseVersion: version, changed: new Set(), recent: compile([]) };
}
