import { Observable } from './observable.ts';
import type { SaveState } from './save-state.ts';

/** Milliseconds for which nobody must have typed before it is said again how the words stand. */
const pause = 300;

/**
 * The save state for the eye. Somebody who types is typing: between two keys the words are sent and saved many times, and a line that says so each time
 * flickers and costs a drawing a key. What passes is left out, and nothing is ever said early: "saved" is only later than it is true, and
 * everything that is trouble comes at once.
 */
export function calmed(source: Observable<SaveState>): Observable<SaveState> {
  const shown = new Observable(source.get());
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.watch(() => {
    const now = source.get();
    const passes = (now.kind === 'sending' || now.kind === 'saved') && shown.get().kind === 'typing';
    clearTimeout(timer);
    if (passes) timer = setTimeout(() => shown.set(source.get()), pause);
    else shown.set(now);
  });
  return shown;
}
