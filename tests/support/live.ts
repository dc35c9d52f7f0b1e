import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { history } from '@tiptap/pm/history';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { WebSocket } from 'ws';
import { type KeptEntry, readEntry, wordsIn } from '#components/device/kept-entry.ts';
import type { Journal } from '#components/editor/live/journal.ts';
import { LiveSession } from '#components/editor/live/live-session.ts';
import { caretOf, remoteCarets } from '#components/editor/live/remote-carets.ts';
import type { TextHost } from '#components/editor/live/text-host.ts';
import { blockIdPlugin } from '#lib/document/blocks.ts';
import { parseDocument } from '#lib/document/document.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { liveSocket } from '#lib/runtime/live-socket.ts';
import { limits } from '#lib/writing/limits.ts';
import { fromServer, liveState, liveStatePlugin } from '#lib/writing/live-state.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';

/** The live socket on a port of its own. Who connects says so in a cookie `as=<person id>`; `actors` says who that is now. */
export async function openLive(actors: Map<string, Actor>) {
  const live = liveSocket(async (cookie) => actors.get(cookie?.replace('as=', '') ?? '') ?? null);
  const server = createServer();
  server.on('upgrade', live.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** A bare connection. */
    connect: (by: Actor | null) =>
      new WebSocket(`ws://127.0.0.1:${port}/live`, {
        headers: by?.personId ? { cookie: `as=${by.personId}` } : {},
      }),
    async close() {
      await live.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Live = Awaited<ReturnType<typeof openLive>>;

/** Waits until something holds; fails after `patience` milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 8_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain for ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A journal in memory, as IndexedDB would keep it between tabs. A tab lives until it lets go of its journal. */
export class Device {
  readonly entries = new Map<string, KeptEntry>();
  readonly living = new Set<string>();
  /** Nothing reaches the device any more: it is full, or the machine is gone. */
  broken = false;

  journal(clientId: string): Journal {
    const keepAs = (id: string) => async (entry: KeptEntry | null) => {
      if (this.broken) throw new DOMException('full', 'QuotaExceededError');
      if (entry) this.entries.set(id, structuredClone(entry));
      else this.entries.delete(id);
    };
    this.living.add(clientId);
    return {
      keep: keepAs(clientId),
      leave: (entry) => keepAs(entry.clientId)(entry),
      visitOrphans: async (visit) => {
        for (const [id, value] of [...this.entries]) {
          if (this.living.has(id)) continue;
          this.living.add(id);
          const orphan = { clientId: id, entry: readEntry(value), words: wordsIn(value), keep: keepAs(id) };
          await visit(orphan).finally(() => this.living.delete(id));
        }
      },
      remove: async (id) => void this.entries.delete(id),
      release: () => void this.living.delete(clientId),
    };
  }
}

/** An editor's tab without a screen: the very session of the editor, on a state alone. */
export async function openTab(live: Live, by: Actor, storyId: string, device: Device | null = null) {
  const text = await readLiveText(by, storyId);
  if (!text || !by.personId) throw new Error('the story cannot be opened');
  const session = new LiveSession({
    storyId,
    personId: by.personId,
    historyId: text.historyId,
    mayWrite: text.may.write,
    lock: text.lock,
    connect: () => {
      const socket = live.connect(by);
      // What fails is told by its closing as well, which is what a browser tells.
      socket.on('error', () => {});
      return socket as unknown as globalThis.WebSocket;
    },
    openJournal: async (clientId) => device?.journal(clientId) ?? null,
  });
  const plugin = liveStatePlugin({
    version: text.version,
    clientId: newId(),
    mayWrite: () => session.mayWrite.get(),
    stepMaximum: limits.step,
    onTooLarge: () => session.refuseLarge(),
  });
  const host: TextHost & { state: EditorState } = {
    state: EditorState.create({
      doc: parseDocument(text.document),
      plugins: [plugin, blockIdPlugin(fromServer), remoteCarets(), history()],
    }),
    dispatch(transaction: Transaction) {
      host.state = host.state.applyTransaction(transaction).state;
      session.changed();
      session.carets.moved();
    },
  };
  session.attach(host);
  session.start();
  return {
    session,
    host,
    /** Puts words at the start of the headline, the standfirst or a block. */
    write(words: string, block = 0) {
      let place = 0;
      for (let index = 0; index < block; index += 1) place += host.state.doc.child(index).nodeSize;
      host.dispatch(host.state.tr.insertText(words, place + 1));
    },
    /** Puts the caret, or a selection, somewhere, as a press into the text does. */
    point(anchor: number, head = anchor) {
      host.dispatch(host.state.tr.setSelection(TextSelection.create(host.state.doc, anchor, head)));
      session.carets.moved(true);
    },
    /** Where a colleague's caret stands here: the words before it in its block; null when it is not shown. */
    sees(by: Actor) {
      const caret = caretOf(host.state, by.personId ?? '');
      if (!caret) return null;
      const place = host.state.doc.resolve(caret.head);
      return place.parent.textBetween(0, place.parentOffset);
    },
    headline: () => host.state.doc.child(0).textContent,
    kind: () => session.saveState.get().kind,
    settled: () =>
      liveState(host.state).unconfirmed.length === 0 &&
      ['saved', 'read_only'].includes(session.saveState.get().kind),
  };
}
export type Tab = Awaited<ReturnType<typeof openTab>>;
