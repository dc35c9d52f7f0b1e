import { homePath } from '#lib/publication/address.ts';
import { readDefaultLanguage } from '#lib/publication/queries/read-masthead.ts';

export const dynamic = 'force-dynamic';

/** The bare address leads to the newsroom's own language. */
export async function GET(): Promise<Response> {
  const language = await readDefaultLanguage();
  return new Response(null, { status: 307, headers: { Location: homePath(language) } });
}
