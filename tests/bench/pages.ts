import { gzipSync } from 'node:zlib';
import { type Spread, spread, timeEach } from './statistics.ts';

/** Milliseconds of one answer, asked one after the other. With the cookie of somebody of the staff a page is rendered anew each time. */
export async function benchPage(
  url: string,
  { cookie = '', times = 200 }: { cookie?: string; times?: number } = {},
): Promise<Spread & { bytes: number }> {
  let bytes = 0;
  const ask = async () => {
    const answer = await fetch(url, { headers: { cookie } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  };
  await timeEach(20, ask);
  return { ...spread(await timeEach(times, ask)), bytes };
}

/** Answers a second to 32 who ask at once for some seconds; the asking runs on the same machine and is most of the work. */
export async function benchCrowd(url: string, seconds = 3): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let answers = 0;
  const one = async () => {
    while (performance.now() < end) {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, one));
  return answers / seconds;
}

export interface Script {
  readonly file: string;
  /** Bytes. */
  readonly raw: number;
  readonly gzip: number;
  /** Holds what the text is edited with: Tiptap and ProseMirror, and what of ours was bundled with them. */
  readonly editing: boolean;
}

/** The scripts that a page loads at once, and what they weigh; largest first. Scripts within the page count as one. */
export async function benchScripts(url: string, cookie = ''): Promise<Script[]> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  const page = await answer.text();
  const tags = [...page.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gis)]
    .map(([, attributes = '', body = '']) => ({ attributes, body }))
    .filter(({ attributes }) => !/nomodule|application\/ld\+json/i.test(attributes));
  const files = new Set(tags.flatMap(({ attributes }) => /\bsrc="([^"]+)"/.exec(attributes)?.[1] ?? []));
  const scripts = await Promise.all(
    [...files].map(async (file) => weigh(file, await (await fetch(new URL(file, url))).text())),
  );
  const inline = tags.map(({ body }) => body).join('');
  return [...scripts, ...(inline ? [weigh('(within the page)', inline)] : [])].sort(
    (a, b) => b.gzip - a.gzip,
  );
}

function weigh(file: string, text: string): Script {
  const body = Buffer.from(text);
  return {
    file,
    raw: body.length,
    gzip: gzipSync(body).length,
    editing: !file.startsWith('(') && /ProseMirror|tiptap/.test(text),
  };
}
