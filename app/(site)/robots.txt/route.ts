import { absolute } from '#app/(site)/absolute.ts';

export const dynamic = 'force-dynamic';

const closed = ['/desk', '/sign-in', '/sign-out', '/setup', '/invitation', '/api', '/live', '/health'];

/** Readers' pages are open to robots, the rooms of the staff are not. */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absolute('/sitemap.xml')}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
