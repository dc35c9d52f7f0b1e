import { Extension } from '@tiptap/core';
import { anchorMarksPlugin, takeAnchors } from '#components/editor/anchors/anchor-marks.ts';
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
export const LiveText = Extension.create<LiveTextOptions, { unwatch: () => void }>({
  name: 'liveText',
  // Before everything else: what it refuses, nobody sees.
  priority: 1000,

  addStorage: () => ({ unwatch: () => {} }),

  addProseMirrorPlugins() {
    const { session, version } = this.options;
    const live = liveStatePlugin({
      version,
      clientId: newId(),
      mayWrite: () => session.mayWrite.get(),
      stepMaximum: limits.step,
      onTooLarge: () => session.refuseLarge(),
    });
    return [live, blockIdPlugin(fromServer), remoteCarets(), anchorMarksPlugin()];
  },

  onCreate() {
    const { session } = this.options;
    session.attach(this.editor.view);
    this.storage.unwatch = session.anchors.watch(() => {
      const { view } = this.editor;
      view.dispatch(takeAnchors(view.state, session.anchors.get().moved));
    });
  },

  onTransaction() {
    this.options.session.changed();
    this.options.session.carets.moved();
  },

  onFocus() {
    this.options.session.carets.moved(true);
  },

  onDestroy() {
    this.storage.unwatch();
    this.options.session.detach();
  },
});
