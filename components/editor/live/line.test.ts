import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeCodes, pulse } from '#lib/writing/messages.ts';
import { Line } from './line.ts';

/** The browser's side of a connection, without a network. */
class Wire {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  sent: string[] = [];
  open() {
    this.readyState = 1;
    this.onopen?.();
  }
  send(data: string) {
    this.sent.push(data);
  }
  close() {
    this.closed = true;
  }
  break(code = 1006) {
    this.onclose?.({ code });
  }
}

let wires: Wire[] = [];
let lost: number[] = [];
let heard: unknown[] = [];
const last = () => wires.at(-1) as Wire;
function lineOf(answer: 'again' | 'stay' = 'again'): Line {
  return new Line(
    () => {
      const wire = new Wire();
      wires.push(wire);
      return wire as unknown as WebSocket;
    },
    {
      opened: () => {},
      heard: (message) => heard.push(message),
      lost: (code) => {
        lost.push(code);
        return answer;
      },
    },
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  [wires, lost, heard] = [[], [], []];
});
afterEach(() => vi.useRealTimers());

test.each([
  ['a page of HTML', '<!doctype html><title>Welcome to the hotel</title>'],
  ['half a frame', '{"type":"steps"'],
  ['bytes', new ArrayBuffer(4)],
])('%s in place of a message is no fault: the connection is begun anew', (_name, data) => {
  const line = lineOf();
  line.start();
  last().open();
  expect(() => last().onmessage?.({ data })).not.toThrow();
  expect(lost).toEqual([closeCodes.restart]);
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(wires).toHaveLength(2);
});

test('a kind of message that it does not know is left alone', () => {
  const line = lineOf();
  line.start();
  last().open();
  last().onmessage?.({ data: '{"type":"later","more":1}' });
  last().onmessage?.({ data: '{"type":"alive"}' });
  expect(heard).toEqual([{ type: 'alive' }]);
  expect(lost).toEqual([]);
});

test('an upgrade that is never answered, and a connection that falls silent, are given up', () => {
  const line = lineOf();
  line.start();
  vi.advanceTimersByTime(pulse.believed);
  expect(lost).toEqual([closeCodes.restart]);
  vi.advanceTimersByTime(1_000);
  expect(wires).toHaveLength(2);
  last().open();
  last().onmessage?.({ data: '{"type":"alive"}' });
  vi.advanceTimersByTime(pulse.believed - 1);
  last().onmessage?.({ data: '{"type":"alive"}' });
  vi.advanceTimersByTime(pulse.believed - 1);
  expect(lost).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(lost).toHaveLength(2);
});

test('a connection that flaps is tried ever more rarely, one that worked for a while at once', () => {
  const line = lineOf();
  line.start();
  for (let round = 0; round < 40; round += 1) {
    last().open();
    line.settled();
    last().break();
    vi.advanceTimersByTime(1_000);
    if (last().readyState === 1) vi.advanceTimersByTime(10_000);
  }
  // Forty rounds took minutes, not the ten seconds that a first delay each would have made.
  const before = wires.length;
  last().open();
  line.settled();
  last().break();
  vi.advanceTimersByTime(4_900);
  expect(wires).toHaveLength(before);
  vi.advanceTimersByTime(5_200);
  expect(wires).toHaveLength(before + 1);
  last().open();
  line.settled();
  for (let second = 0; second < 6; second += 1) {
    vi.advanceTimersByTime(1_000);
    last().onmessage?.({ data: '{"type":"alive"}' });
  }
  last().break();
  vi.advanceTimersByTime(250);
  expect(wires).toHaveLength(before + 2);
});

test('fifty tabs that lose the server at once do not come back in step', () => {
  const lines = Array.from({ length: 50 }, () => lineOf());
  for (const line of lines) line.start();
  for (const wire of [...wires]) wire.break();
  const waits: number[] = [];
  for (let time = 0; time < 250; time += 5) {
    const before = wires.length;
    vi.advanceTimersByTime(5);
    if (wires.length > before) waits.push(time);
  }
  expect(wires).toHaveLength(100);
  expect(waits.length).toBeGreaterThan(8);
});

test('it stays away when told so, and after it was stopped', () => {
  const line = lineOf('stay');
  line.start();
  last().break(closeCodes.oldPage);
  vi.advanceTimersByTime(60_000);
  expect(lost).toEqual([closeCodes.oldPage]);
  expect(wires).toHaveLength(1);
});
