import { Observable } from '#components/editor/live/observable.ts';

/** Words of one editor of this tab that the newsroom does not have yet. */
export interface UnsavedHere {
  storyId: string;
  clientId: string;
  headline: string;
  changes: number;
  /** Whether they all lie on the device. */
  kept: boolean;
  /** They wait for longer than they should. */
  inTrouble: boolean;
  /** Their editor is closed; they go out behind the person. */
  leaving: boolean;
}

const sessions = new Map<object, UnsavedHere>();

/** What this tab has not got saved: one entry for each editor that has something, also when its screen is gone. */
export const unsavedHere = new Observable<readonly UnsavedHere[]>([]);

/** An editor says how its words stand; null: all are saved, or on the device alone from now on. */
export function reportUnsaved(session: object, unsaved: UnsavedHere | null): void {
  if (unsaved) sessions.set(session, unsaved);
  else sessions.delete(session);
  unsavedHere.set([...sessions.values()]);
}

/** Changes that this tab has not got saved. */
export function countUnsaved(): number {
  return unsavedHere.get().reduce((sum, { changes }) => sum + changes, 0);
}
