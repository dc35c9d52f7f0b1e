import type { Command } from 'commander';
import type { Actor } from '#lib/people/actor.ts';
import type { OpenNewsroom } from '../newsroom.ts';

/** What a command of the command line is given: who it acts as, where it is, and how it speaks. */
export interface CommandLine {
  program: Command;
  /** Runs `work` beside a running server or with a database of its own; what it returns is printed. */
  inNewsroom(work: (actor: Actor, newsroom: OpenNewsroom) => Promise<string>): Promise<void>;
}
