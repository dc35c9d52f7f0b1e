import type { NodeJson } from '#lib/document/document.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { PersonKey } from './people.ts';
import type { SectionKey } from './sections.ts';
import type { TagKey } from './tags.ts';

/** A moment before the demo newsroom was loaded, in the newsroom's own time zone. */
export interface Moment {
  readonly daysAgo: number;
  /** `08:40` */
  readonly at: string;
}

/** A second edition: what was wrong, what is right, and what readers are told about it. */
export interface Correction {
  readonly on: Moment;
  /** Words as they stand once in the first edition, and in the second. */
  readonly wrong: string;
  readonly right: string;
  readonly notice: string;
}

/** A story of the demo newsroom. Spaces are written plainly: `typesetting.ts` sets them as the language wants them. */
export interface DemoStory {
  readonly language: Language;
  readonly state: StoryState;
  /** Empty: from the headline, at publication. */
  readonly slug: string;
  readonly section: SectionKey | null;
  readonly kicker: string;
  readonly dateline: string;
  readonly trailText: string;
  readonly bylines: readonly PersonKey[];
  readonly tags: readonly TagKey[];
  readonly headline: string;
  readonly standfirst: string;
  readonly body: readonly NodeJson[];
  /** When readers first saw it; null for what they never did. */
  readonly published: Moment | null;
  readonly correction?: Correction;
  /** When it was last worked on, where that is neither its publication nor its correction. */
  readonly touched?: Moment;
}
