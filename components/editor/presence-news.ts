import type { PersonHere } from '#lib/writing/messages.ts';

/** Milliseconds: several who come at once are said at once; a page that is loaded again is no leaving. */
export const newsPatience = { came: 800, left: 4_000 } as const;

/** Who came into a story and who left it, each said once. Silent about those who were here first, and about ourselves. */
export class PresenceNews {
  readonly #personId: string;
  #known: Map<string, { name: string; cameAt: number | null; goneAt: number | null }> | null = null;

  constructor(personId: string) {
    this.#personId = personId;
  }

  hear(people: readonly PersonHere[], now: number): void {
    // Without us on it, the list is that of a lost connection: who is here is not known, and nobody left.
    if (!people.some(({ personId }) => personId === this.#personId)) return;
    const first = this.#known === null;
    this.#known ??= new Map();
    for (const { personId, name } of people) {
      const cameAt = this.#known.has(personId)
        ? (this.#known.get(personId)?.cameAt ?? null)
        : first
          ? null
          : now;
      this.#known.set(personId, { name, cameAt, goneAt: null });
    }
    for (const [personId, person] of this.#known)
      if (person.goneAt === null && !people.some((each) => each.personId === personId)) person.goneAt = now;
  }

  /** What is to be said by now. */
  say(now: number): { joined: string[]; left: string[] } {
    const news = { joined: [] as string[], left: [] as string[] };
    for (const [personId, person] of this.#known ?? []) {
      if (person.cameAt !== null && now - person.cameAt >= newsPatience.came) {
        person.cameAt = null;
        news.joined.push(person.name);
      }
      if (person.goneAt !== null && now - person.goneAt >= newsPatience.left) {
        this.#known?.delete(personId);
        news.left.push(person.name);
      }
    }
    return news;
  }
}
