/**
 * The place in a list after which the next page begins, as it stands in an address: the sort keys of the last row shown. It says
 * nothing secret and is not signed; a made-up one shows another part of the same list.
 */
export function writeCursor(keys: readonly string[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(keys));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The keys of a cursor, exactly `count` of them, or null for anything that is none: the list then begins at its beginning. */
export function readCursor(cursor: unknown, count: number): string[] | null {
  if (typeof cursor !== 'string' || cursor.length > 1000) return null;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const keys: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const fits = Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string');
    // No text of PostgreSQL can hold U+0000: such a key is nobody's.
    return fits && !keys.some((key) => key.includes('\u0000')) ? keys : null;
  } catch {
    return null;
  }
}
