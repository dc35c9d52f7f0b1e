import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Step } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { Trail, toLog, toScreen } from './caret.ts';
import { liveState, liveStatePlugin, receive } from './live-state.ts';

const mark = '¶';

function editor(clientId: string, words: string) {
  const plugin = liveStatePlugin({
    version: 0,
    clientId,
    mayWrite: () => true,
    stepMaximum: 10_000,
    onTooLarge: () => {},
  });
  return EditorState.create({
    doc: parseDocument(text({ headline: '', standfirst: '', body: [paragraph(words)] })),
    plugins: [plugin],
  });
}

const placeOf = (state: EditorState, character: string): number => {
  let place = -1;
  state.doc.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf(character) : -1;
    if (index !== -1 && place === -1) place = position + index;
  });
  return place;
};

const insert = (state: EditorState, words: string, at: number) => state.apply(state.tr.insertText(words, at));

describe('a caret on its way', () => {
  test('in words that are typed it waits at their beginning, and they push it on as they arrive', () => {
    const before = editor('writer', `ab${mark}cd`);
    const at = placeOf(before, mark);
    let writer = insert(before, 'xyz', at);
    writer = writer.apply(writer.tr.setSelection(TextSelection.create(writer.doc, at + 3)));
    const { unconfirmed } = liveState(writer);
    expect(toLog(writer.selection, unconfirmed)).toEqual({ anchor: at, head: at });

    const trail = new Trail(0);
    const caret = { version: 0, anchor: at, head: at };
    expect(trail.carry(caret)).toEqual(caret);
    trail.advance(unconfirmed.map(({ step }) => step));
    expect(trail.carry(caret)).toEqual({ version: 1, anchor: at + 3, head: at + 3 });
  });

  test('of a text that is still to come it stays as it is; of one long past it is not known', () => {
    const trail = new Trail(10);
    expect(trail.carry({ version: 12, anchor: 5, head: 6 })).toEqual({ version: 12, anchor: 5, head: 6 });
    expect(trail.carry({ version: 9, anchor: 5, head: 6 })).toBeNull();
    trail.restart(40);
    expect(trail.carry({ version: 10, anchor: 5, head: 6 })).toBeNull();
  });

  test('the trail forgets in time', () => {
    const typed = liveState(insert(editor('a', 'abc'), 'x', 5)).unconfirmed[0]?.step as Step;
    const trail = new Trail(0);
    for (let count = 0; count < 2_500; count += 1) trail.advance([typed]);
    expect(trail.version).toBe(2_500);
    expect(trail.carry({ version: 100, anchor: 9, head: 9 })).toBeNull();
    expect(trail.carry({ version: 2_000, anchor: 9, head: 9 })).toEqual({
      version: 2_500,
      anchor: 509,
      head: 509,
    });
  });

  // A writer's caret stands before a mark and does not move. A peer writes and deletes around it, both sides have unconfirmed words,
  // and frames come as late as chance wants: the caret is drawn before the mark at every moment, or not at all.
  test('stands before the same character on every screen, whatever is in flight', () => {
    const move = fc.record({ who: fc.nat(1), kind: fc.nat(3), at: fc.nat(40), late: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const tabs = [
          editor('writer', `one two three ${mark} four five`),
          editor('peer', `one two three ${mark} four five`),
        ];
        const trails = [new Trail(0), new Trail(0)];
        const log: { step: Step; clientId: string; seq: number }[] = [];
        const tab = (who: number) => tabs[who] as EditorState;
        const trail = (who: number) => trails[who] as Trail;
        const takeIn = (who: number, upTo: number) => {
          let rest = log.slice(trail(who).version, upTo);
          const steps = rest.map(({ step }) => step);
          while (rest.length > 0) {
            const { transaction, taken } = receive(tab(who), rest);
            tabs[who] = tab(who).apply(transaction);
            rest = rest.slice(taken);
          }
          trail(who).advance(steps);
        };
        const frames: { caret: { version: number; anchor: number; head: number }; at: number }[] = [];
        for (const [now, { who, kind, at, late }] of moves.entries()) {
          const state = tab(who);
          const place = placeOf(state, mark);
          const size = state.doc.content.size;
          if (kind === 0) {
            const target = 5 + (at % (size - 6));
            // Behind the mark or well before it: what is typed exactly at the caret belongs to either side.
            if (target !== place && state.doc.resolve(target).parent.isTextblock)
              tabs[who] = insert(state, 'z', target);
          } else if (kind === 1) {
            const [from, to] = [5 + (at % 10), 5 + (at % 10) + 2];
            if (to < place) tabs[who] = state.apply(state.tr.delete(from, to));
          } else if (kind === 2) {
            // The push is stored: only when it stands on the head, as the server would have rebased it.
            takeIn(who, log.length);
            const { clientId, unconfirmed } = liveState(tab(who));
            for (const { step, seq } of unconfirmed) log.push({ step, seq, clientId });
          } else takeIn(who, Math.min(log.length, trail(who).version + 1));

          const writer = tab(0);
          const caretPlace = placeOf(writer, mark);
          const inLog = toLog({ anchor: caretPlace, head: caretPlace }, liveState(writer).unconfirmed);
          frames.push({ caret: { ...inLog, version: liveState(writer).version }, at: now + late });
          for (const frame of frames) {
            if (frame.at > now) continue;
            const carried = trail(1).carry(frame.caret);
            if (!carried || carried.version > trail(1).version) continue;
            const { head } = toScreen(carried, liveState(tab(1)).unconfirmed);
            expect(head).toBe(placeOf(tab(1), mark));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
