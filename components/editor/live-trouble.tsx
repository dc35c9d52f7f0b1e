import { Notice } from '#components/ui/notice.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { SaveState } from './live/save-state.ts';
import type { Trouble } from './live/trouble.ts';

/** Why the connection was ended, while that keeps words from being saved or colleagues' from coming. It goes when that does. */
export function LiveTrouble({
  trouble,
  state,
  words,
}: {
  trouble: Trouble | null;
  state: SaveState;
  words: EditorWords['trouble'];
}) {
  if (trouble === null || (state.kind !== 'unsaved' && state.kind !== 'offline')) return null;
  const { title, advice } = words[trouble];
  return (
    <Notice kind="alert" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
