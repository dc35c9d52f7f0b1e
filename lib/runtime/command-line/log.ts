import { checkLog } from '#lib/publication/queries/check-log.ts';
import { StartFault } from '../start-fault.ts';
import type { CommandLine } from './command-line.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Milliseconds between two lines of progress. */
const pause = 2_000;

/** `verify-log`: proves that every text is what its log says, and every edition what it froze. Changes nothing. */
export function addLogCommands({ program, inNewsroom }: CommandLine): void {
  program
    .command('verify-log')
    .description(
      'Folds the log of every story from its first step and compares it with the snapshot, the copies in lists and every edition. Changes nothing; ends with 1 and names story and version where something differs.',
    )
    .action(() =>
      inNewsroom(async (actor) => {
        const sum = { stories: 0, steps: 0, editions: 0, faults: 0 };
        const counted = () => `${sum.stories} stories, ${sum.steps} steps and ${sum.editions} editions`;
        let said = performance.now();
        for await (const { steps, editions, faults } of checkLog(actor)) {
          sum.stories += 1;
          sum.steps += steps;
          sum.editions += editions;
          sum.faults += faults.length;
          for (const { storyId, version, what } of faults)
            say(`Story ${storyId}, version ${version}: ${what}.`);
          if (performance.now() - said < pause) continue;
          said = performance.now();
          say(`… ${counted()} checked`);
        }
        if (sum.faults > 0)
          throw new StartFault(
            `${counted()} checked: ${sum.faults === 1 ? 'one place differs' : `${sum.faults} places differ`}. Keep the database as it is and look at the backup before anything is mended.`,
          );
        return `${counted()} checked: all of them are what the log says.`;
      }),
    );
}
