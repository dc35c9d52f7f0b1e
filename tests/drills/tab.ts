import { history } from '@tiptap/pm/history';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { WebSocket } from 'ws';
import { LiveSession } from '#components/editor/live/live-session.ts';
import type { TextHost } from '#components/editor/live/text-host.ts';
import { blockIdPlugin } from '#lib/document/blocks.ts';
import { parseDocument } from '#lib/document/document.ts';
import { newId } from '#lib/kernel/ids.ts';
import { limits } from '#lib/writing/limits.ts';
import { fromServer as cameFromServer, liveState, liveStatePlugin } from '#lib/writing/live-state.ts';
import { fromServer, protocol } from '#lib/writing/messages.ts';

export interface Seat {
  /** Origin of the server. */
  url: string;
  storyId: string;
  personId: string;
  cookie: string;
}

function dial({ url, cookie }: Seat): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { headers: { cookie, origin: url } });
  // A refused connection is told by its closing as well, which is what a browser tells.
  socket.on('error', () => {});
  return socket;
}

/** The text as the page of the story would bring it. */
function firstText(seat: Seat): Promise<{ historyId: string; version: number; document: unknown }> {
  return new Promise((resolve, reject) => {
    const socket = dial(seat);
    const { storyId, personId } = seat;
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'open', protocol, storyId, personId, clientId: newId(), at: null })),
    );
    socket.on('message', (data) => {
      const message = fromServer.parse(JSON.parse(String(data)));
      if (message.type !== 'text') return;
      socket.close();
      resolve(message);
    });
    socket.on('close', (code) => reject(new Error(`the live socket closed with ${code}`)));
  });
}

/** A tab without a screen, over a real connection: the very session of the editor, on a state alone. It remembers what it was told is saved. */
export class Tab {
  readonly session: LiveSession;
  readonly host: TextHost & { state: EditorState };
  /** Tokens typed here, each with the count of the step that holds it. */
  readonly typed = new Map<string, number>();

  static async open(seat: Seat): Promise<Tab> {
    return new Tab(seat, await firstText(seat));
  }

  private constructor(seat: Seat, text: Awaited<ReturnType<typeof firstText>>) {
    const session = new LiveSession({
      storyId: seat.storyId,
      personId: seat.personId,
      historyId: text.historyId,
      mayWrite: true,
      connect: () => dial(seat) as unknown as globalThis.WebSocket,
      openJournal: async () => null,
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
        plugins: [plugin, blockIdPlugin(cameFromServer), history()],
      }),
      dispatch(transaction: Transaction) {
        host.state = host.state.applyTransaction(transaction).state;
        session.changed();
      },
    };
    this.session = session;
    this.host = host;
    session.attach(host);
    session.start();
  }

  /** Types a token at the start of a paragraph, or first makes a new paragraph of the rest of one. */
  type(token: string, roll: (below: number) => number): void {
    const places: number[] = [];
    this.host.state.doc.forEach((node, offset) => {
      if (node.type.name === 'paragraph') places.push(offset + 1);
    });
    const place = places[roll(places.length)];
    if (place === undefined) throw new Error('the story has no paragraph');
    if (roll(12) === 0) this.host.dispatch(this.host.state.tr.split(place));
    this.typed.set(token, liveState(this.host.state).nextSeq);
    this.host.dispatch(this.host.state.tr.insertText(token, place));
  }

  /** Tokens that the editor calls saved: their steps were acknowledged. */
  saved(): string[] {
    const waiting = new Set(liveState(this.host.state).unconfirmed.map(({ seq }) => seq));
    return [...this.typed].filter(([, seq]) => !waiting.has(seq)).map(([token]) => token);
  }

  settled(): boolean {
    return (
      liveState(this.host.state).unconfirmed.length === 0 && this.session.saveState.get().kind === 'saved'
    );
  }
}
