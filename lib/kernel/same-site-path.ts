/**
 * The path of this site that a person asked to be led to after signing in, or `fallback` when what came is anything else:
 * another site, another scheme, a path that a browser would read as one. Every place that follows an address from outside
 * asks here, when it takes the address and again when it follows it.
 */
export function sameSitePath(wanted: unknown, fallback = '/desk'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return fallback;
  // Browsers drop tabs and line ends from an address and read a backslash as a slash: "/\t/evil.example" leads away.
  if (!wanted.startsWith('/') || /[\p{Cc}\p{Z}\\]/u.test(wanted)) return fallback;
  const base = 'http://this.invalid';
  if (!URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  if (url.origin !== base) return fallback;
  const path = url.pathname + url.search + url.hash;
  // "/.//evil.example" is on this site, but what is left once its dots are resolved would not be.
  return path.startsWith('//') ? fallback : path;
}
