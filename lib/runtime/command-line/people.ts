import { InvalidArgumentError } from 'commander';
import type { Actor } from '#lib/people/actor.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { invitePerson } from '#lib/people/commands/invite-person.ts';
import { renewInvitation } from '#lib/people/commands/renew-invitation.ts';
import { resetPassword } from '#lib/people/commands/reset-password.ts';
import type { PersonState } from '#lib/people/person.ts';
import { readPersonByEmail } from '#lib/people/queries/read-person-by-email.ts';
import { type Role, roles } from '#lib/people/role.ts';
import { StartFault } from '../start-fault.ts';
import type { CommandLine } from './command-line.ts';

const refusals: Record<string, string> = {
  email_taken: 'Somebody on the staff has this address already.',
  last_administrator: 'This is the last administrator: give somebody else that role first.',
  not_allowed: 'This cannot be done for this person as they are now; the people page of the desk says more.',
  not_found: 'Nobody on the staff has this address.',
};

function sentence(refusal: { reason: string; detail?: unknown }): StartFault {
  return new StartFault(
    refusals[refusal.reason] ?? `Refused: ${refusal.reason} ${JSON.stringify(refusal.detail ?? {})}`,
  );
}

function readRole(value: string, before: Role[]): Role[] {
  const role = roles.find((each) => each === value);
  if (!role) throw new InvalidArgumentError(`It is one of ${roles.join(', ')}.`);
  return [...before, role];
}

async function personAt(
  actor: Actor,
  email: string,
): Promise<{ id: string; name: string; state: PersonState }> {
  const person = await readPersonByEmail(actor, email);
  if (!person) throw new StartFault(`Nobody on the staff has the address ${email}.`);
  return person;
}

/** `invite`, `reset-password`, `disable`: what an administrator does on the people page, for when there is none to do it. */
export function addPeopleCommands({ program, inNewsroom }: CommandLine): void {
  program
    .command('invite')
    .description(
      'Puts a person on the staff and prints the link with which they set a password, once, within 24 hours.',
    )
    .argument('<email>', 'their address')
    .argument('<name>', 'their name, in quotation marks')
    .option('-r, --role <role>', `a role; may be given several times: ${roles.join(', ')}`, readRole, [])
    .option('-l, --language <language>', 'language of their desk: fr or en', 'fr')
    .action((email: string, name: string, options: { role: Role[]; language: string }) =>
      inNewsroom(async (actor, { settings }) => {
        const language = options.language === 'en' ? 'en' : 'fr';
        const invited = await invitePerson(actor, {
          email,
          name,
          roles: options.role,
          interfaceLanguage: language,
        });
        if (!invited.ok) throw sentence(invited);
        return `${name} can set a password at ${settings.PUBLIC_URL}/invitation/${invited.value.token}`;
      }),
    );
  program
    .command('reset-password')
    .description('Prints a link with which a person sets a new password, once, within 24 hours.')
    .argument('<email>', 'their address')
    .action((email: string) =>
      inNewsroom(async (actor, { settings }) => {
        const person = await personAt(actor, email);
        // Somebody who never used their invitation has no password to replace: they get a new invitation.
        const give = person.state === 'invited' ? renewInvitation : resetPassword;
        const reset = await give(actor, { personId: person.id });
        if (!reset.ok) throw sentence(reset);
        return `${person.name} can set a new password at ${settings.PUBLIC_URL}/invitation/${reset.value.token}`;
      }),
    );
  program
    .command('disable')
    .description(
      'Ends all sessions of a person and lets them sign in no more. Their work stays under their name.',
    )
    .argument('<email>', 'their address')
    .action((email: string) =>
      inNewsroom(async (actor) => {
        const person = await personAt(actor, email);
        const disabled = await disablePerson(actor, { personId: person.id });
        if (!disabled.ok) throw sentence(disabled);
        return `${person.name} can sign in no more.`;
      }),
    );
}
