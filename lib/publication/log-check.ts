import type { Node } from '@tiptap/pm/model';
import { headlineText, standfirstText, type TextCopies, textCopies } from '#lib/document/plain-text.ts';
import { toPrint } from '#lib/document/print.ts';
import { digestOf } from './digest.ts';

/** A place where what is kept of a text is not what its log folds to. */
export interface LogFault {
  storyId: string;
  version: number;
  /** What differs, in words for the terminal. */
  what: string;
}

/** What is kept of a text beside its log. */
export interface Kept extends TextCopies {
  version: number;
  snapshot: unknown;
  snapshotVersion: number;
}

export interface Frozen {
  number: number;
  textVersion: number;
  content: unknown;
  digest: string;
}

const sameCopies = (kept: TextCopies, { plainText, signs, words }: TextCopies) =>
  kept.plainText === plainText && kept.signs === signs && kept.words === words;

/** What the log is compared with on its way, version by version; ends with what was never met. */
export class LogCheck {
  readonly faults: LogFault[] = [];
  readonly #storyId: string;
  readonly #kept: Kept;
  readonly #frozen: ReadonlyMap<number, readonly Frozen[]>;
  /** Copies for search are renewed with snapshots and editions: they are of some version from the snapshot's on. */
  #copiesMet = false;

  constructor(storyId: string, kept: Kept, frozen: readonly Frozen[]) {
    this.#storyId = storyId;
    this.#kept = kept;
    this.#frozen = Map.groupBy(frozen, ({ textVersion }) => textVersion);
    for (const { number, textVersion } of frozen)
      if (textVersion > kept.version)
        this.say(textVersion, `edition ${number} is of a version the log does not have`);
    if (kept.snapshotVersion > kept.version)
      this.say(kept.snapshotVersion, 'the snapshot is of a version the log does not have');
  }

  say(version: number, what: string): void {
    this.faults.push({ storyId: this.#storyId, version, what });
  }

  /** Whether there is anything to compare at this version: a whole document need not be looked at for the others. */
  wants(version: number): boolean {
    const { snapshotVersion, version: head } = this.#kept;
    return (
      version === head ||
      version === snapshotVersion ||
      this.#frozen.has(version) ||
      (version > snapshotVersion && !this.#copiesMet)
    );
  }

  look(version: number, document: Node): void {
    const kept = this.#kept;
    const isHead = version === kept.version;
    if (version === kept.snapshotVersion && digestOf(document.toJSON()) !== digestOf(kept.snapshot))
      this.say(version, 'the snapshot is not what the log folds to');
    if (version >= kept.snapshotVersion && !this.#copiesMet)
      this.#copiesMet = sameCopies(kept, textCopies(document));
    if (isHead && !this.#copiesMet)
      this.say(version, 'the copies for lists and search are of no version since the snapshot');
    if (isHead && headlineText(document) !== kept.headline)
      this.say(version, 'the headline in lists is not that of the text');
    if (isHead && standfirstText(document) !== kept.standfirst)
      this.say(version, 'the standfirst in lists is not that of the text');
    for (const frozen of this.#frozen.get(version) ?? []) this.#lookAtEdition(frozen, document);
  }

  #lookAtEdition({ number, textVersion, content, digest }: Frozen, document: Node): void {
    if (digestOf(content) !== digest)
      this.say(textVersion, `edition ${number} is not what its digest was made of`);
    const printed =
      typeof content === 'object' && content !== null && 'document' in content ? content.document : null;
    if (digestOf(printed) !== digestOf(toPrint(document)))
      this.say(textVersion, `edition ${number} holds another text than the version it froze`);
  }
}
