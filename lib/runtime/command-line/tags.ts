import { loadMediaTopics } from '#lib/tags/commands/load-media-topics.ts';
import { StartFault } from '../start-fault.ts';
import type { CommandLine } from './command-line.ts';

/** `media-topics`: gives a newsroom the topics of the news trade, for those that want more than they name themselves. */
export function addTagCommands({ program, inNewsroom }: CommandLine): void {
  program
    .command('media-topics')
    .description(
      'Loads the IPTC Media Topics as topic tags. Makes only what is missing; never changes a tag that is there.',
    )
    .action(() =>
      inNewsroom(async (actor) => {
        const loaded = await loadMediaTopics(actor);
        if (!loaded.ok) throw new StartFault('Only an administrator loads the Media Topics.');
        return `${loaded.value.made} topics were made.`;
      }),
    );
}
