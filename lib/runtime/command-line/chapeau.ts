import { Command } from 'commander';
import { SettingsFault } from '#lib/adapters/env.ts';
import { type Actor, programActor } from '#lib/people/actor.ts';
import { readSetup } from '#lib/people/queries/read-newsroom.ts';
import { mayHaveDemo } from '../demo-allowed.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom.ts';
import { StartFault } from '../start-fault.ts';
import type { CommandLine } from './command-line.ts';
import { addLogCommands } from './log.ts';
import { addPeopleCommands } from './people.ts';
import { addTagCommands } from './tags.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run chapeau -- COMMAND`. Ends with exit code 1 and one sentence when it cannot do what was asked. */
export async function runCommandLine(args: string[]): Promise<void> {
  const program = new Command('chapeau')
    .description('Looks after a newsroom from the terminal, beside a running server or without one.')
    .usage('COMMAND [options]')
    .showHelpAfterError('Add --help to see how the command is used.');
  const line: CommandLine = { program, inNewsroom };
  program
    .command('migrate')
    .description('Brings the database to the schema of this version. A start does the same by itself.')
    .action(() => inNewsroom(async () => 'The database is on the schema of this version.'));
  program
    .command('demo')
    .description(
      'Fills an empty newsroom with the demo stories and people. Never touches one that holds anything.',
    )
    .action(() => inNewsroom(fillWithDemo));
  addPeopleCommands(line);
  addTagCommands(line);
  addLogCommands(line);
  await program.parseAsync(args, { from: 'user' });
}

async function inNewsroom(work: (actor: Actor, newsroom: OpenNewsroom) => Promise<string>): Promise<void> {
  let newsroom: OpenNewsroom | undefined;
  try {
    newsroom = await openNewsroom('production', { besideServer: true });
    say(await work(programActor('chapeau'), newsroom));
  } catch (error) {
    if (!(error instanceof StartFault) && !(error instanceof SettingsFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await newsroom?.close();
  }
}

async function fillWithDemo(_actor: Actor, { given }: OpenNewsroom): Promise<string> {
  if (!mayHaveDemo({ ...given, DEMO: true })) {
    throw new StartFault(
      'The demo has passwords that everybody knows: it is not loaded into a newsroom in production.',
    );
  }
  if (!(await readSetup()).needed)
    throw new StartFault('There are people in this newsroom already: the demo is only for an empty one.');
  const { loadDemo } = await import('../demo/load.ts');
  const accounts = await loadDemo();
  return [
    'The demo newsroom is loaded. Sign in with:',
    ...accounts.map(({ email, password }) => `  ${email}  ${password}`),
  ].join('\n');
}
