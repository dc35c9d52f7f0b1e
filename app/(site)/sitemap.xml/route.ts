import { absolute } from '#app/(site)/absolute.ts';
import { listSitemapParts } from '#lib/publication/queries/list-sitemap.ts';
import { sitemapIndex } from '#lib/publication/sitemap.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return new Response(sitemapIndex(await listSitemapParts(), absolute), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
