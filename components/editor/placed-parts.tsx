'use client';

import { createContext, type ReactNode, use, useMemo } from 'react';

type Parts = Readonly<Record<string, ReactNode>>;

const Shown = createContext<Parts>({});

function Part({ name }: { name: string }) {
  return use(Shown)[name];
}

/**
 * Draws a page around parts that change often: the page is drawn again when it has something new itself, and each part where
 * it stands when the part has. `place` gets an element for each part and says where it goes; it must not look inside.
 * Without it every key would draw the whole page of a story.
 */
export function PlacedParts<Names extends string, Facts>({
  parts,
  names,
  facts,
  place,
}: {
  parts: Readonly<Record<Names, ReactNode>>;
  /** All of them, always the same array. */
  names: readonly Names[];
  /** What the page may look into; the same object while nothing in it changes. */
  facts: Facts;
  place: (parts: Record<Names, ReactNode> & Facts) => ReactNode;
}) {
  const page = useMemo(() => {
    const slots = names.map((name) => [name, <Part key={name} name={name} />] as const);
    return place({ ...(Object.fromEntries(slots) as Record<Names, ReactNode>), ...facts });
  }, [names, facts, place]);
  return <Shown value={parts}>{page}</Shown>;
}
