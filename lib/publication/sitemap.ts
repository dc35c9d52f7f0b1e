import type { SitemapEntry } from './views.ts';
import { xmlEscaped } from './xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The list of parts. `absolute` makes a path an address. */
export function sitemapIndex(parts: readonly string[], absolute: (path: string) => string): string {
  const rows = parts.map(
    (part) => `<sitemap><loc>${xmlEscaped(absolute(`/sitemap/${part}.xml`))}</loc></sitemap>`,
  );
  return `${head}<sitemapindex ${namespace}>\n${rows.join('\n')}\n</sitemapindex>\n`;
}

export function sitemapPart(entries: readonly SitemapEntry[], absolute: (path: string) => string): string {
  const rows = entries.map(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${xmlEscaped(absolute(path))}</loc>${changed}</url>`;
  });
  return `${head}<urlset ${namespace}>\n${rows.join('\n')}\n</urlset>\n`;
}
