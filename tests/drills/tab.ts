import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { LiveSession } from '#components/editor/live/live-session.ts';
import type { TextHost } from '#components/editor/live/text-host.ts';
import { blockIdPlugin } from '#lib/document/blocks.ts';
import { parseDocument } from '#lib/document/document.ts';
import { newId } from '#lib/kernel/ids.ts';
import { limits } from '#lib/writing/limits.ts';
import { fromServer as cameFromServer, liveState, liveStatePlugin } from '#lib/writing/live-state.ts';
import { fromServer, protocol } from '#lib/writing/messages.ts';
import type { Device } from '#tests/support/live.ts';
import { type Ledger, token, tokensOf } from './ledger.ts';
import type { Seat } from './seat.ts';
import { Wire, type WireFaults } from './wire.ts';

export interface TabOptions {
  ledger: Ledger;
  /** Whose words these are; one number, one tab at a time. */
  writer: number;
  /** How many words this writer has typed before, in another tab. */
  after?: number;
  /** Where the words that wait are kept. */
  device?: Device;
  /** The port of a gremlin to go through. */
  port?: number;
  faults?: () => WireFaults | null;
}

/** Milliseconds for the server to give a text. */
const patience = 15_000;

/** The text as the page of the story would bring it. */
function firstText(seat: Seat): Promise<{ historyId: string; version: number; document: unknown }> {
  return new Promise((resolve, reject) => {
    const wire = new Wire(seat);
    const timer = setTimeout(() => {
      wire.close();
      reject(new Error('the server gave no text'));
    }, patience);
    const { storyId, personId } = seat;
    wire.onopen = () =>
      wire.send(JSON.stringify({ type: 'open', protocol, storyId, personId, clientId: newId(), at: null }));
    wire.onmessage = ({ data }) => {
      const message = fromServer.parse(JSON.parse(data));
      if (message.type !== 'text') return;
      clearTimeout(timer);
      wire.close();
      resolve(message);
    };
    wire.onclose = ({ code }) => {
      clearTimeout(timer);
      reject(new Error(`the live socket closed with ${code}`));
    };
  });
}

/**
 * A tab without a screen, over a real connection: the very session of the editor with the editor's plugins, on a state alone.
 * It types words that are counted, at a caret that moves as a person's does, and tells the ledger what becomes of them.
 */
export class Tab {
  readonly session: LiveSession;
  readonly host: TextHost & { state: EditorState };
  readonly writer: number;
  /** Hears which of its own words were just confirmed. */
  onConfirmed: ((words: readonly string[]) => void) | null = null;
  readonly #ledger: Ledger;
  #count: number;
  #caret = 1;
  /** Words whose step is not confirmed yet, in order. */
  #waiting: { word: string; seq: number }[] = [];

  static async open(seat: Seat, options: TabOptions): Promise<Tab> {
    return new Tab(seat, options, await firstText(seat));
  }

  private constructor(seat: Seat, options: TabOptions, text: Awaited<ReturnType<typeof firstText>>) {
    const { device, port, faults } = options;
    this.writer = options.writer;
    this.#ledger = options.ledger;
    this.#count = options.after ?? 0;
    const session = new LiveSession({
      storyId: seat.storyId,
      personId: seat.personId,
      historyId: text.historyId,
      mayWrite: true,
      connect: () => new Wire(seat, port, faults) as unknown as globalThis.WebSocket,
      openJournal: async (clientId) => device?.journal(clientId) ?? null,
    });
    const plugin = liveStatePlugin({
      version: text.version,
      clientId: newId(),
      mayWrite: () => session.mayWrite.get(),
      stepMaximum: limits.step,
      onTooLarge: () => session.refuseLarge(),
    });
    const host = {
      state: EditorState.create({
        doc: parseDocument(text.document),
        plugins: [plugin, blockIdPlugin(cameFromServer), tableEditing(), history()],
      }),
      dispatch: (transaction: Transaction) => {
        const { state, transactions } = host.state.applyTransaction(transaction);
        host.state = state;
        for (const { mapping } of transactions) this.#caret = mapping.map(this.#caret);
        this.#noteSaved();
        session.changed();
      },
    };
    this.session = session;
    this.host = host;
    // Words whose place is gone are given back, to be copied: they must not be in the text any more.
    session.copies.watch(() => {
      for (const { text } of session.copies.get().flatMap(({ blocks }) => blocks))
        for (const word of text.match(/w\d+n\d+(?!\d)/g) ?? []) this.#ledger.givenBack(word);
    });
    session.attach(host);
    session.start();
  }

  get document(): Node {
    return this.host.state.doc;
  }

  /** Words typed so far, those of an earlier tab included. */
  get count(): number {
    return this.#count;
  }

  /** Puts the caret at the end of the first block that `holds` answers for. */
  goTo(holds: (block: Node) => boolean): void {
    let place: number | null = null;
    this.document.descendants((node, position) => {
      if (place === null && node.isTextblock && holds(node)) place = position + node.nodeSize - 1;
      return place === null;
    });
    if (place === null) throw new Error('the text has no such block');
    this.#caret = place;
  }

  /** Types the next counted word at the caret, in a new paragraph if so asked. False: there is no text at the caret. */
  type(newParagraph = false): boolean {
    const { tr, doc } = this.host.state;
    const at = doc.resolve(this.#caret);
    if (!at.parent.isTextblock) return false;
    let place = this.#caret;
    if (newParagraph && at.parent.type.name === 'paragraph') {
      tr.split(place);
      place = tr.mapping.map(place);
    }
    const word = token(this.writer, this.#count + 1);
    const seq = liveState(this.host.state).nextSeq + tr.steps.length;
    tr.insertText(`${word} `, place);
    this.#count += 1;
    this.#ledger.typed(word);
    this.#waiting.push({ word, seq });
    const before = this.document;
    this.host.dispatch(tr);
    if (this.document === before) throw new Error(`${word} was not taken in`);
    return true;
  }

  /** Runs something that may take own words back, or bring them again (undo, redo), and tells the ledger. */
  change(work: () => void): void {
    const mine = () => new Set(tokensOf(this.document).filter((word) => word.startsWith(`w${this.writer}n`)));
    const before = mine();
    work();
    const after = mine();
    for (const word of before) if (!after.has(word)) this.#ledger.withdrawn(word, true);
    for (const word of after) if (!before.has(word)) this.#ledger.withdrawn(word, false);
  }

  /** What the editor calls saved: the step is confirmed, so it is committed. */
  #noteSaved(): void {
    if (this.#waiting.length === 0) return;
    const waiting = new Set(liveState(this.host.state).unconfirmed.map(({ seq }) => seq));
    const confirmed = this.#waiting.filter(({ seq }) => !waiting.has(seq));
    if (confirmed.length === 0) return;
    this.#waiting = this.#waiting.filter(({ seq }) => waiting.has(seq));
    for (const { word } of confirmed) this.#ledger.saved(word);
    this.onConfirmed?.(confirmed.map(({ word }) => word));
  }

  get waiting(): number {
    return liveState(this.host.state).unconfirmed.length;
  }

  get version(): number {
    return liveState(this.host.state).version;
  }

  get kind(): string {
    return this.session.saveState.get().kind;
  }

  settled(): boolean {
    return this.waiting === 0 && this.kind === 'saved';
  }
}
