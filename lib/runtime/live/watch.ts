import type { Actor } from '#lib/people/actor.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { listLocks } from '#lib/stories/queries/list-locks.ts';
import type { FromServer } from '#lib/writing/messages.ts';
import type { PresenceBoard } from './presence-board.ts';

/** A list of stories on somebody's screen: who is in them, and who has them for a final read. Only of stories that they may read. */
export class Watch {
  readonly #board: PresenceBoard;
  readonly #say: (message: FromServer) => boolean;
  #storyIds: readonly string[] = [];
  #locks: ReadonlyMap<string, StoryLock | null> = new Map();
  readonly #told = new Map<string, string>();

  constructor(board: PresenceBoard, say: (message: FromServer) => boolean) {
    this.#board = board;
    this.#say = say;
  }

  async over(actor: Actor, storyIds: readonly string[]): Promise<void> {
    this.#storyIds = [...new Set(storyIds)];
    this.#told.clear();
    await this.look(actor);
  }

  shows(storyId: string): boolean {
    return this.#storyIds.includes(storyId);
  }

  /** Asks again what they may read, and who holds it; then tells what is new. */
  async look(actor: Actor): Promise<void> {
    this.#locks = await listLocks(actor, this.#storyIds);
    this.tell();
  }

  /** Tells of the stories that are not as they were told last. What could not be told is told the next time. */
  tell(only?: ReadonlySet<string>): void {
    const stories = [...this.#locks]
      .filter(([storyId]) => only === undefined || only.has(storyId))
      .map(([storyId, lock]) => ({ storyId, people: [...this.#board.peopleIn(storyId)], lock }))
      .filter((story) => this.#told.get(story.storyId) !== JSON.stringify(story));
    if (stories.length === 0 || !this.#say({ type: 'stories', stories })) return;
    for (const story of stories) this.#told.set(story.storyId, JSON.stringify(story));
  }
}
