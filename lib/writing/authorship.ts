import type { StepMap } from '@tiptap/pm/transform';

/** Part of a passage, in positions of the text as it is now, and the step that brought it; null: there from the first. */
export interface WrittenPart {
  readonly from: number;
  readonly to: number;
  readonly version: number | null;
}

/** Words of a passage that one person wrote in one go. */
export interface WrittenRun {
  readonly text: string;
  /** Null: the program, or the text was there from the first. */
  readonly author: string | null;
  /** When the last of them was written; null: there from the first. */
  readonly at: Date | null;
  /** The version of the text that brought the last of them. */
  readonly version: number;
}

/** A passage of the text at a version, between two positions. */
export interface Passage {
  readonly version: number;
  readonly from: number;
  readonly to: number;
}

/** A part whose step is still looked for: where it stood at the version reached, and where it stands now. */
interface Open {
  from: number;
  to: number;
  now: number;
}

/**
 * Who wrote a passage, found backwards through the log. Give it the steps from the newest to older ones; it is done when every
 * part of the passage has been brought by one of them. So what it costs is how far back the oldest words of the passage lie, not
 * the length of the log, and no document is read: what a step brought is what its map says is new. A mark or an attribute
 * brings no words. Words that were cut and pasted, or restored, are brought by who did that.
 */
export class PassageHistory {
  #open: Open[];
  readonly #written: WrittenPart[] = [];

  constructor(from: number, to: number) {
    this.#open = from < to ? [{ from, to, now: from }] : [];
  }

  get done(): boolean {
    return this.#open.length === 0;
  }

  /** The step that made `version`; every later one was given before. */
  stepBack(version: number, map: StepMap): void {
    const changes: { start: number; end: number; size: number }[] = [];
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      changes.push({ start: newStart, end: newEnd, size: oldEnd - oldStart });
    });
    if (changes.length === 0 || this.done) return;
    const open: Open[] = [];
    for (const part of this.#open) {
      let { from } = part;
      /** How far what lies behind the changes so far stood from where it stands. */
      let shift = 0;
      const keep = (to: number) => {
        if (from < to) open.push({ from: from + shift, to: to + shift, now: part.now + from - part.from });
        from = Math.max(from, to);
      };
      for (const { start, end, size } of changes) {
        keep(Math.min(start, part.to));
        if (from < end && from < part.to && start < part.to) {
          const to = Math.min(end, part.to);
          const now = part.now + from - part.from;
          this.#written.push({ from: now, to: now + to - from, version });
          from = to;
        }
        shift += size - (end - start);
      }
      keep(part.to);
    }
    this.#open = open;
  }

  /** What is known, in the order of the text; what was not found was there from the first. */
  parts(): WrittenPart[] {
    const rest = this.#open.map(({ from, to, now }) => ({ from: now, to: now + to - from, version: null }));
    return [...this.#written, ...rest].sort((a, b) => a.from - b.from);
  }
}
