import { Extension } from '@tiptap/core';
import { blockIdPlugin } from '#lib/document/blocks.ts';
import { newId } from '#lib/kernel/ids.ts';
import { limits } from '#lib/writing/limits.ts';
import { fromServer, liveStatePlugin } from '#lib/writing/live-state.ts';
import type { LiveSession } from './live-session.ts';
import { remoteCarets } from './remote-carets.ts';

export interface LiveTextOptions {
  session: LiveSession;
  /** The version of the log that the editor's first document is. */
  version: number;
}

/** The editor's side of the log, as a Tiptap extension. Every change of the document goes through it; there is no other saving. */
export const LiveText = Extension.create<LiveTextOptions>({
  name: 'liveText',
  // Before everything else: what it refuses, nobody sees.
  priority: 1000,

  addProseMirrorPlugins() {
    const { session, version } = this.options;
    const live = liveStatePlugin({
      version,
      clientId: newId(),
      mayWrite: () => session.mayWrite.get(),
      stepMaximum: limits.step,
      onTooLarge: () => session.refuseLarge(),
    });
    return [live, blockIdPlugin(fromServer), remoteCarets()];
  },

  onCreate() {
    this.options.session.attach(this.editor.view);
  },

  onTransaction() {
    this.options.session.changed();
    this.options.session.carets.moved();
  },

  onFocus() {
    this.options.session.carets.moved(true);
  },

  onDestroy() {
    this.options.session.detach();
  },
});
