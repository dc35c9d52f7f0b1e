import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { holds, percentile } from '../outcome.ts';

/** Milliseconds that a page may take while the database does not answer. */
const patience = 1_000;
/** Rooms of the staff, and what is no page. */
const elsewhere = /^\/(desk|sign-in|api|live|health|_next)/;

/** Everything a reader comes to from the two homes by links of this site, feeds and maps included. */
async function crawl(origin: string): Promise<string[]> {
  const found = new Set(['/', '/fr', '/en', '/sitemap.xml', '/robots.txt']);
  for (const path of found) {
    const answer = await fetch(origin + path, { redirect: 'manual' });
    const body = await answer.text();
    const links = [
      ...[...body.matchAll(/<(?:a|link)\b[^>]*?\bhref="([^"]+)"/g)].map(([, href]) => href ?? ''),
      ...[...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href]) => href ?? ''),
    ];
    for (const link of links) {
      const target = new URL(link.replaceAll('&amp;', '&'), origin + path);
      if (target.origin === origin && !elsewhere.test(target.pathname))
        found.add(target.pathname + target.search);
    }
  }
  return [...found];
}

/** The database stops answering, without closing a connection: readers must not notice. When it answers again, a change shows within seconds. */
export const readers: Act = {
  name: 'readers',
  about: 'PostgreSQL stops answering: every page, feed and map stays, and is fresh soon after',
  async run({ newsroom, quick, say }) {
    const paths = await crawl(newsroom.url);
    say(`${paths.length} pages, feeds and maps`);
    // Asked once more: what a first look at a page made is kept by now.
    for (const path of paths) await (await fetch(newsroom.url + path, { redirect: 'manual' })).arrayBuffer();
    const wrong: string[] = [];
    const taken: number[] = [];
    const thaw = await newsroom.freezePostgres();
    try {
      const until = performance.now() + (quick ? 8_000 : 60_000);
      do {
        for (const path of paths) {
          const began = performance.now();
          const answer = await fetch(newsroom.url + path, { redirect: 'manual' });
          await answer.arrayBuffer();
          taken.push(performance.now() - began);
          if (answer.status >= 400) wrong.push(`${answer.status} ${path}`);
        }
      } while (performance.now() < until);
    } finally {
      thaw();
    }
    const tagline = `Revenue à ${Date.now()}`;
    const back = performance.now();
    await newsroom.postgresIsBack();
    await newsroom.ask(`update newsroom set tagline = jsonb_set(tagline, '{fr}', to_jsonb($1::text))`, [
      tagline,
    ]);
    // As a transaction of the newsroom would leave it, and no notification: the record alone must do.
    await newsroom.ask(`insert into site.page_changes (keys, gone) values ('["newsroom"]', false)`);
    const isShown = async () => (await (await fetch(`${newsroom.url}/fr`)).text()).includes(tagline);
    let shown = false;
    await holds(() => {
      void isShown().then((is) => (shown ||= is));
      return shown;
    }, 10_000);
    await wait(100);
    return {
      zeros: {
        'not there while the database was away': wrong.length,
        [`later than ${patience} ms`]: taken.filter((ms) => ms > patience).length,
        'old 10 s after its return': shown ? 0 : 1,
      },
      figures: {
        'pages asked': `${taken.length}, of ${paths.length}`,
        'time to a page without a database': `p50 ${percentile(taken, 0.5).toFixed(1)} ms, p99 ${percentile(taken, 0.99).toFixed(1)} ms`,
        'fresh again after': `${((performance.now() - back) / 1000).toFixed(1)} s`,
      },
      remarks: [...new Set(wrong)].slice(0, 20),
    };
  },
};
