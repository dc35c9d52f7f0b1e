import type { ReactNode } from 'react';
import type { StoryState } from '#lib/stories/lifecycle.ts';

const ring = <circle cx="7" cy="7" r="5.75" strokeWidth="1.5" />;
const filled = { fill: 'currentColor', stroke: 'none' };

/** The stage of a story as a dial that fills, in ink: no hue, the name always beside it. */
const dials: Record<StoryState, ReactNode> = {
  draft: ring,
  submitted: (
    <>
      {ring}
      <path d="M7 7V3.4A3.6 3.6 0 0 1 7 10.6Z" {...filled} />
    </>
  ),
  ready: (
    <>
      {ring}
      <circle cx="7" cy="7" r="3.6" {...filled} />
    </>
  ),
  published: <path d="M.5 11.5h3L7 3l3.5 8.5h3" strokeWidth="1.6" />,
  unpublished: <path d="M.5 11.5h3L7 3l3.5 8.5h3M2 2l10 10" strokeWidth="1.6" />,
  archived: <path d="M1.5 2.5h11v3h-11ZM2.5 5.5v6h9v-6M5.5 8h3" strokeWidth="1.5" />,
};

export function StateDial({ state, label }: { state: StoryState; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap">
      <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5 flex-none fill-none stroke-current">
        {dials[state]}
      </svg>
      {label}
    </span>
  );
}
