import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PageKey } from '#lib/publication/page-dependencies.ts';
import type { ReaderDocument } from '../front/reader-document.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** A finished answer with everything that it takes to give it to anybody, and what it was made from. */
export interface StoredPage extends ReaderDocument {
  /** The same body, smaller; null where compressing it saves nothing. */
  gzip: Buffer | null;
  brotli: Buffer | null;
  /** What the page shows: when one of these changes, the page is out of date. */
  keys: readonly PageKey[];
  /** When its rendering began, in milliseconds: what changed later is not in it. */
  madeAt: number;
}

const compressible =
  /^(text\/|application\/(json|feed\+json|xml|rss\+xml|atom\+xml|manifest\+json|javascript)|image\/svg)/;

/** Whether a body of this kind and size is worth compressing. */
export function isWorthCompressing(page: Pick<ReaderDocument, 'body' | 'contentType'>): boolean {
  return page.body.length > 600 && compressible.test(page.contentType ?? '');
}

/** Compresses once what is given many times, so harder than one would for a single answer (brotli 9 of 11, gzip 9 of 9). */
export async function storedPage(
  page: ReaderDocument,
  keys: readonly PageKey[],
  madeAt: number,
): Promise<StoredPage> {
  if (!isWorthCompressing(page)) return { ...page, gzip: null, brotli: null, keys, madeAt };
  const [gzipped, brotli] = await Promise.all([
    toGzip(page.body, { level: 9 }),
    toBrotli(page.body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: page.body.length },
    }),
  ]);
  return { ...page, gzip: gzipped, brotli, keys, madeAt };
}

/** Only what is public, whole and right: an answer that a fault or a wrong address caused is given and forgotten. */
export function mayBeKept(page: ReaderDocument): boolean {
  if (page.status === 200) return page.contentType !== null && page.body.length > 0;
  return page.location !== null && (page.status === 308 || page.status === 301 || page.status === 307);
}

/** Bytes in memory, about. */
export function weight(page: StoredPage): number {
  return page.body.length + (page.gzip?.length ?? 0) + (page.brotli?.length ?? 0) + 1_000;
}
