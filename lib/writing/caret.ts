import type { Step, StepMap } from '@tiptap/pm/transform';
import type { Caret } from './messages.ts';

/** A caret (both alike) or a selection, as positions in one document. */
export interface Place {
  readonly anchor: number;
  readonly head: number;
}

type Written = readonly { readonly step: Step }[];

function moved(place: Place, maps: readonly Pick<StepMap, 'map'>[]): Place {
  // As ProseMirror moves a selection: behind what is inserted at it, so that the caret of a peer ends where they see it.
  const move = (position: number) => maps.reduce((at, map) => map.map(at, 1), position);
  return { anchor: move(place.anchor), head: move(place.head) };
}

/**
 * A place on the screen, as a place in the text of the log that the screen stands on: back over what is not confirmed. Inside
 * unconfirmed words it is the place where they were begun; when the words arrive, they push it on as they do the caret here.
 */
export function toLog(place: Place, unconfirmed: Written): Place {
  return moved(
    place,
    unconfirmed.toReversed().map(({ step }) => step.getMap().invert()),
  );
}

/** A place in the text of the log, on the screen: over what is not confirmed. */
export function toScreen(place: Place, unconfirmed: Written): Place {
  return moved(
    place,
    unconfirmed.map(({ step }) => step.getMap()),
  );
}

/** How many steps back a caret may lie and still be shown: far more than pass while a frame is on its way. */
const reach = 1_000;

/**
 * The steps this tab has lately taken in from the log: they carry carets from the version they were seen in to the version the tab
 * is at. A caret of a version that is still to come waits; one of a version long past is not shown at all, rather than wrong.
 */
export class Trail {
  #version: number;
  #maps: StepMap[] = [];

  constructor(version: number) {
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  /** Steps of the log were taken in, in order. */
  advance(steps: readonly Step[]): void {
    this.#version += steps.length;
    this.#maps.push(...steps.map((step) => step.getMap()));
    if (this.#maps.length > 2 * reach) this.#maps = this.#maps.slice(-reach);
  }

  /** The text was replaced whole: nothing leads here from before. */
  restart(version: number): void {
    this.#version = version;
    this.#maps = [];
  }

  /** The caret in the text as it is now; itself when it is of a version to come; null when it cannot be known. */
  carry(caret: Caret): Caret | null {
    const behind = this.#version - caret.version;
    if (behind <= 0) return caret;
    if (behind > this.#maps.length) return null;
    return { ...moved(caret, this.#maps.slice(-behind)), version: this.#version };
  }
}
