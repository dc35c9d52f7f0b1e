import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { desk, transaction } from '#db/client.ts';
import { insertSession } from '#db/repositories/sessions.ts';
import { sealSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';

/** Where to go in the demo newsroom: its longest article, the editor on the story behind it, and the cookie of an editor. */
export async function openDoors(): Promise<{ article: string; editor: string; cookie: string }> {
  const { rows } = await desk().execute(sql`
    select a.language, s.slug_fr, s.slug_en, a.slug, a.story_id,
           (select id from people where 'editor' = any(roles) and disabled_at is null order by id limit 1) as editor_id
    from site.articles a join sections s on s.id = a.section_id join site.editions e on e.story_id = a.story_id and e.number = a.edition_number
    order by length(e.content::text) desc limit 1`);
  const [found] = z
    .array(
      z.object({
        language: z.string(),
        slug_fr: z.string(),
        slug_en: z.string(),
        slug: z.string(),
        story_id: z.string(),
        editor_id: z.string(),
      }),
    )
    .parse(rows);
  if (!found) throw new Error('the demo newsroom has nothing in print');
  const sessionId = newId();
  await transaction((tx) =>
    insertSession(tx, { id: sessionId, personId: found.editor_id, userAgent: 'bench', lifetime: 3600 }),
  );
  const section = found.language === 'fr' ? found.slug_fr : found.slug_en;
  return {
    article: `/${found.language}/${section}/${found.slug}`,
    editor: `/desk/stories/${found.story_id}`,
    cookie: `${sessionCookieName()}=${await sealSession({ sessionId, personId: found.editor_id })}`,
  };
}
