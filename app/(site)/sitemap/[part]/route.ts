import { absolute } from '#app/(site)/absolute.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { readCursor } from '#lib/publication/cursor.ts';
import { listSitemapPart } from '#lib/publication/queries/list-sitemap.ts';
import { sitemapPart } from '#lib/publication/sitemap.ts';

export const dynamic = 'force-dynamic';

/** `fr.xml`, then `fr-CURSOR.xml`: see `listSitemapParts`. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const [, language, start] = /^([a-z]{2})(?:-([0-9a-f-]+))?\.xml$/.exec((await params).part) ?? [];
  const from = start === undefined ? null : readCursor(start);
  if (!isLanguage(language) || (start !== undefined && !from)) return new Response(null, { status: 404 });
  return new Response(sitemapPart(await listSitemapPart(language, from), absolute), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
