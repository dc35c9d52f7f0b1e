import type { Settings } from '#lib/adapters/env.ts';
import { programActor } from '#lib/people/actor.ts';
import { openSetup } from '#lib/people/commands/open-setup.ts';
import { readSetup } from '#lib/people/queries/read-newsroom.ts';
import { readPersonByEmail } from '#lib/people/queries/read-person-by-email.ts';
import { demoAccounts, loadDemo } from './demo/load.ts';
import { mayHaveDemo } from './demo-allowed.ts';

export interface Greeting {
  /** The demo accounts can sign in here. */
  demo: boolean;
  /** Guards the set-up page; null where there is staff already. */
  setupToken: string | null;
}

/** An empty newsroom gets the demo, or a token for its first administrator. One with people in it is left as it is. */
export async function prepareStaff(settings: Settings): Promise<Greeting> {
  const actor = programActor('npm start');
  if (mayHaveDemo(settings)) {
    // Also takes up a loading that was cut off; does nothing anywhere else.
    await loadDemo();
    const [first] = demoAccounts;
    return {
      demo: first !== undefined && (await readPersonByEmail(actor, first.email)) !== null,
      setupToken: null,
    };
  }
  const opened = (await readSetup()).needed ? await openSetup(actor) : null;
  return { demo: false, setupToken: opened?.ok ? opened.value.token : null };
}

/** Tells the person at the terminal where to go. */
export function greet(origin: URL, greeting: Greeting, ms: number, say: (line: string) => void): void {
  say(`Chapeau is open at ${origin.origin} (ready in ${(ms / 1000).toFixed(1)} s). Stop with Ctrl-C.`);
  if (greeting.demo) {
    say(`The demo newsroom is loaded. Sign in at ${origin.origin}/sign-in:`);
    for (const { email, password, name, roles } of demoAccounts) {
      if (roles.length > 0) say(`  ${email.padEnd(26)} ${password}  ${name}, ${roles.join(' and ')}`);
    }
  }
  if (greeting.setupToken) {
    say(
      `Nobody is on the staff yet. Make the first administrator at ${origin.origin}/setup with this token:`,
    );
    say(`  ${greeting.setupToken}`);
  }
}
