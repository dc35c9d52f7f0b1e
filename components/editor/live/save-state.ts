/** What the status line says of the words on the screen. "Saved" is said of words that are committed, and of nothing else. */
export type SaveState =
  /** Not connected for the first time yet. */
  | { kind: 'opening' }
  /** Everything is committed; `at` (ISO) when this tab last had something to commit. */
  | { kind: 'saved'; at: string | null }
  /** Changed in this moment, not sent. */
  | { kind: 'typing' }
  | { kind: 'sending' }
  /** Changes wait for longer than they should, or the connection is gone. `since` (ISO): the oldest of them. */
  | { kind: 'unsaved'; since: string; waiting: number; connected: boolean; kept: boolean }
  /** No connection, nothing to send. */
  | { kind: 'offline'; since: string }
  | { kind: 'read_only' }
  /** Another's final read: what waits is held and goes in when it ends. */
  | { kind: 'locked'; waiting: number; kept: boolean }
  /** The session ended. `resume` after signing in. */
  | { kind: 'signed_out'; waiting: number; kept: boolean }
  /** The server refused these changes and will again: to be copied, then discarded. */
  | { kind: 'refused'; reason: string; waiting: number }
  /** The text here and the newsroom's cannot be joined by themselves: shown as a copy, then the page is loaded again. */
  | { kind: 'apart'; waiting: number; kept: boolean }
  /** The story is gone from sight. */
  | { kind: 'gone'; waiting: number; kept: boolean }
  /** The page is older than the server: it has to be loaded again. */
  | { kind: 'old_page'; waiting: number; kept: boolean }
  /** The page could not follow what the newsroom sent: it has to be loaded again. */
  | { kind: 'lost_track'; waiting: number; kept: boolean };

/** What ends work until a person does something. */
export type Stop = 'signed_out' | 'apart' | 'gone' | 'old_page' | 'lost_track' | { refused: string };

export interface SaveFacts {
  opened: boolean;
  connected: boolean;
  /** When the connection was lost, milliseconds; null while there is one. */
  lostAt: number | null;
  stop: Stop | null;
  mayWrite: boolean;
  /** Somebody else has the story for a final read. */
  lockedOut: boolean;
  /** Unconfirmed changes, and when the oldest of them was made. */
  waiting: number;
  waitingSince: number | null;
  inFlight: boolean;
  /** Whether what waits lies on the device. */
  kept: boolean;
  savedAt: string | null;
  now: number;
}

/** Milliseconds: after it, changes that wait are called unsaved; before it, a lost connection is not spoken of. */
const patience = { unsaved: 5_000, reconnect: 2_000 } as const;

const iso = (at: number) => new Date(at).toISOString();

/** The truth about the words on the screen, from the facts. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { stop, waiting, lostAt, now, connected, kept } = facts;
  if (typeof stop === 'string') return { kind: stop, waiting, kept };
  if (stop) return { kind: 'refused', reason: stop.refused, waiting };
  if (waiting > 0 && !facts.mayWrite && facts.lockedOut && connected)
    return { kind: 'locked', waiting, kept };
  if (waiting > 0) {
    const since = facts.waitingSince ?? now;
    const late =
      now - since >= patience.unsaved ||
      (!connected && lostAt !== null && now - lostAt >= patience.reconnect);
    if (late) return { kind: 'unsaved', since: iso(since), waiting, connected, kept };
    return facts.inFlight ? { kind: 'sending' } : { kind: 'typing' };
  }
  if (!connected && lostAt !== null && now - lostAt >= patience.reconnect)
    return { kind: 'offline', since: iso(lostAt) };
  if (!facts.opened) return { kind: 'opening' };
  if (!facts.mayWrite) return { kind: 'read_only' };
  return { kind: 'saved', at: facts.savedAt };
}
