import { history, redo, undo } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { canJoin, canSplit, Step } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { expect, test } from 'vitest';
import { blockFaults, blockIdPlugin } from '#lib/document/blocks.ts';
import { bulletList, paragraph, quotation, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import {
  forgetUpTo,
  fromServer,
  liveState,
  liveStatePlugin,
  receive,
  type StoredStep,
  sendable,
} from './live-state.ts';
import { type Numbered, rebaseOver } from './rebase.ts';

const start = parseDocument(
  text({
    headline: 'Un titre',
    standfirst: 'Un chapô qui dit tout',
    body: [
      paragraph('Premier paragraphe de la dépêche.'),
      bulletList('un', 'deux', 'trois'),
      quotation({ attribution: 'Quelqu’un' }, 'Mots dits.', 'Et redits.'),
      paragraph('Dernier paragraphe.'),
    ],
  }),
);

/** A server in memory: what the append command does, without a database. */
class Log {
  document: Node = start;
  readonly steps: StoredStep[] = [];

  push(clientId: string, base: number, pushed: readonly Numbered[]): void {
    const known = Math.max(
      0,
      ...this.steps.filter((each) => each.clientId === clientId).map(({ seq }) => seq),
    );
    const since = this.steps
      .slice(base)
      .map(({ step, clientId: by, seq }) => ({ map: step.getMap(), seq: by === clientId ? seq : undefined }));
    const stored = new Set(since.map(({ seq }) => seq));
    const fresh = pushed.filter(({ seq }) => seq > known || stored.has(seq));
    const { document, steps } = rebaseOver(this.document, fresh, since);
    document.check();
    this.document = document;
    // Stored and sent as JSON.
    for (const { seq, step } of steps) {
      this.steps.push({
        step: Step.fromJSON(draftSchema, JSON.parse(JSON.stringify(step.toJSON()))),
        clientId,
        seq,
      });
    }
  }

  replay(): Node {
    return this.steps.reduce((document, { step }) => {
      const { doc, failed } = step.apply(document);
      if (!doc) throw new Error(failed ?? 'no document');
      doc.check();
      return doc;
    }, start);
  }
}

/** One edit that a writer could make, chosen by three numbers. */
function edit(state: EditorState, kind: number, a: number, b: number): Transaction {
  const { doc, tr } = state;
  const size = doc.content.size;
  const from = Math.min(a % size, b % size);
  const to = Math.min(Math.max(a % size, b % size), from + 12);
  switch (kind % 8) {
    case 0:
    case 1: {
      const at = doc.resolve(from);
      return at.parent.isTextblock ? tr.insertText('mot '.slice(0, 1 + (b % 4)), from) : tr;
    }
    case 2:
      return tr.delete(from, to);
    case 3:
      return doc.resolve(from).parent.isTextblock && canSplit(doc, from) ? tr.split(from) : tr;
    case 4:
      return canJoin(doc, from) ? tr.join(from) : tr;
    case 5:
      // A mark on nothing makes a step that no rebase keeps.
      return from < to ? tr.addMark(from, to, draftSchema.mark('italic')) : tr;
    case 6:
      return tr.replaceRange(
        from,
        to,
        new Slice(Fragment.from(draftSchema.node('paragraph', null, draftSchema.text('collé'))), 0, 0),
      );
    default: {
      const place = doc.resolve(from);
      const block = place.depth > 0 ? place.before(1) : 0;
      const node = doc.nodeAt(block);
      return node && block > 0 ? tr.insert(block, Fragment.from(node.copy(node.content))) : tr;
    }
  }
}

/** A tab with our live state, the block ids and undo. */
class Tab {
  state: EditorState;
  inFlight: { base: number; steps: readonly Numbered[] } | null = null;

  readonly id: string;

  constructor(id: string) {
    this.id = id;
    const live = liveStatePlugin({
      version: 0,
      clientId: id,
      mayWrite: () => true,
      stepMaximum: 1e6,
      onTooLarge: () => {},
    });
    this.state = EditorState.create({ doc: start, plugins: [live, blockIdPlugin(fromServer), history()] });
  }

  dispatch = (transaction: Transaction) => {
    this.state = this.state.applyTransaction(transaction).state;
  };

  /** Takes in at most `most` steps of the log. */
  catchUp(log: Log, most = Number.POSITIVE_INFINITY): void {
    const { version } = liveState(this.state);
    let waiting = log.steps.slice(version, version + most);
    while (waiting.length > 0) {
      const { transaction, taken } = receive(this.state, waiting);
      this.dispatch(transaction);
      waiting = waiting.slice(taken);
    }
  }

  /** The answer to a push: steps up to then, then the acknowledgement. */
  acknowledge(log: Log, pushed: readonly Numbered[]): void {
    this.catchUp(log);
    const dropped = forgetUpTo(this.state, pushed.at(-1)?.seq ?? 0);
    if (dropped) this.dispatch(dropped);
  }
}

const script = fc.array(
  fc.record({
    who: fc.nat(2),
    // 0–5 edit, 6 send, 7 answer, 8 answer lost and sent again, 9 hear some steps, 10 undo, 11 redo
    what: fc.nat(11),
    kind: fc.nat(7),
    a: fc.nat(400),
    b: fc.nat(400),
  }),
  { maxLength: 80 },
);

test('tabs that write, undo, fall behind and send twice end with the document of the log', () => {
  fc.assert(
    fc.property(script, (events) => {
      const log = new Log();
      const tabs = ['a', 'b', 'c'].map((id) => new Tab(id));
      const send = (tab: Tab) => {
        tab.inFlight ??= sendable(tab.state, 100, 1e6);
        if (tab.inFlight) log.push(tab.id, tab.inFlight.base, tab.inFlight.steps);
      };
      const answer = (tab: Tab) => {
        if (tab.inFlight) tab.acknowledge(log, tab.inFlight.steps);
        tab.inFlight = null;
      };
      for (const { who, what, kind, a, b } of events) {
        const tab = tabs[who];
        if (!tab) continue;
        if (what < 6) tab.dispatch(edit(tab.state, kind, a, b));
        else if (what === 6 || what === 8) send(tab);
        else if (what === 7) answer(tab);
        else if (what === 9) tab.catchUp(log, 1 + (a % 5));
        else if (what === 10) undo(tab.state, tab.dispatch);
        else redo(tab.state, tab.dispatch);
      }
      for (let round = 0; round < 3; round += 1) {
        for (const tab of tabs) {
          send(tab);
          answer(tab);
          send(tab);
          answer(tab);
        }
      }
      for (const tab of tabs) tab.catchUp(log);
      const truth = log.replay().toJSON();
      expect(log.document.toJSON()).toEqual(truth);
      for (const tab of tabs) {
        expect(liveState(tab.state)).toMatchObject({ version: log.steps.length, unconfirmed: [] });
        expect(tab.state.doc.toJSON()).toEqual(truth);
      }
      const seen = new Set(log.steps.map(({ clientId, seq }) => `${clientId} ${seq}`));
      expect(seen.size).toBe(log.steps.length);
    }),
    { numRuns: 400 },
  );
});

test('clients of prosemirror-collab get from the server what they computed themselves', () => {
  const events = fc.array(
    fc.record({ who: fc.nat(2), send: fc.boolean(), kind: fc.nat(6), a: fc.nat(400), b: fc.nat(400) }),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(events, (moves) => {
      const log = new Log();
      const states = ['a', 'b', 'c'].map((clientID) =>
        EditorState.create({ doc: start, plugins: [collab({ clientID })] }),
      );
      const versions = [0, 0, 0];
      const exchange = (who: number) => {
        const state = states[who];
        if (!state) return;
        const sent = sendableSteps(state);
        // Base and count together make the number of a step, as every push is answered before the next.
        const numbered = (sent?.steps ?? []).map((step, index) => ({
          seq: log.steps.length * 1000 + index + 1,
          step,
        }));
        log.push('abc'.charAt(who), versions[who] ?? 0, numbered);
        const missing = log.steps.slice(versions[who]);
        versions[who] = log.steps.length;
        // It knows its own steps only at the head of a batch: others' first, then its own.
        const own = missing.findIndex(({ clientId }) => clientId === 'abc'.charAt(who));
        const batches = own === -1 ? [missing] : [missing.slice(0, own), missing.slice(own)];
        for (const batch of batches) {
          const from = states[who] ?? state;
          states[who] = from.apply(
            receiveTransaction(
              from,
              batch.map(({ step }) => step),
              batch.map(({ clientId }) => clientId),
            ),
          );
        }
      };
      for (const { who, send, kind, a, b } of moves) {
        const state = states[who];
        if (send) exchange(who);
        else if (state) states[who] = state.apply(edit(state, kind, a, b));
      }
      for (const who of [0, 1, 2, 0, 1, 2]) exchange(who);
      for (const state of states) expect(state.doc.toJSON()).toEqual(log.document.toJSON());
    }),
    { numRuns: 300 },
  );
});

test('a push that was stored is not stored again, what was typed upon it is', () => {
  const log = new Log();
  const [a, b] = [new Tab('a'), new Tab('b')];
  b.dispatch(b.state.tr.insertText('Avant ', 1));
  const others = sendable(b.state, 10, 1e6);
  a.dispatch(a.state.tr.insertText('neuf', 9));
  const first = sendable(a.state, 10, 1e6);
  log.push('b', others?.base ?? 0, others?.steps ?? []);
  log.push('a', first?.base ?? 0, first?.steps ?? []);
  // The answer is lost; the tab writes on and sends everything again on the old base.
  a.dispatch(a.state.tr.insertText(' et beau', 13));
  const second = sendable(a.state, 10, 1e6);
  log.push('a', second?.base ?? 0, second?.steps ?? []);
  expect(log.steps).toHaveLength(3);
  expect(log.document.child(0).textContent).toBe('Avant Un titreneuf et beau');
  a.acknowledge(log, second?.steps ?? []);
  expect(a.state.doc.child(0).textContent).toBe('Avant Un titreneuf et beau');
});

test('undo takes back one’s own words only', () => {
  const log = new Log();
  const [a, b] = [new Tab('a'), new Tab('b')];
  const exchange = (tab: Tab) => {
    const sent = sendable(tab.state, 100, 1e6);
    if (sent) log.push(tab.id, sent.base, sent.steps);
    tab.acknowledge(log, sent?.steps ?? []);
  };
  a.dispatch(a.state.tr.insertText('À moi. ', 1));
  exchange(a);
  exchange(b);
  b.dispatch(b.state.tr.insertText('À toi. ', 1));
  exchange(b);
  exchange(a);
  expect(a.state.doc.child(0).textContent).toBe('À toi. À moi. Un titre');
  undo(a.state, a.dispatch);
  exchange(a);
  expect(log.document.child(0).textContent).toBe('À toi. Un titre');
});

test('a peer’s broken ids are not mended by every tab', () => {
  const log = new Log();
  const tab = new Tab('a');
  const copy = start.child(2);
  const transaction = EditorState.create({ doc: start }).tr.insert(
    start.child(0).nodeSize + start.child(1).nodeSize,
    copy,
  );
  log.push(
    'hostile',
    0,
    transaction.steps.map((step, index) => ({ seq: index + 1, step })),
  );
  tab.catchUp(log);
  expect(blockFaults(tab.state.doc)).toHaveLength(1);
  expect(liveState(tab.state).unconfirmed).toEqual([]);
});
