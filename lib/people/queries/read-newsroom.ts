import { desk } from '#db/client.ts';
import { readNewsroomRow } from '#db/repositories/newsroom.ts';
import { anyPerson } from '#db/repositories/people.ts';

/** What every screen of the newsroom may say about it, also before anybody is signed in. */
export async function readNewsroom(): Promise<{ name: string; timeZone: string }> {
  const row = await readNewsroomRow(desk());
  return { name: row?.name ?? 'Chapeau', timeZone: row?.timeZone ?? 'Europe/Paris' };
}

/** Whether the set-up page is open: nobody is on the staff yet, and there is a token to ask for. */
export async function readSetup(): Promise<{ needed: boolean; guarded: boolean }> {
  const needed = !(await anyPerson(desk()));
  const row = needed ? await readNewsroomRow(desk()) : null;
  return { needed, guarded: Boolean(row?.setupTokenHash) };
}
