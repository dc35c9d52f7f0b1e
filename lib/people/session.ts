/** A session that was not used for so long is over, in seconds: twelve hours. */
export const sessionIdleLimit = 12 * 60 * 60;

/** Why a session ended, as its row remembers. */
export type SessionEnd =
  | 'sign_out'
  | 'ended_elsewhere'
  | 'role_change'
  | 'disabled'
  | 'password_change'
  | 'signed_in_again';

/**
 * A browser in words that a person knows it by: "Firefox, Linux". Read from the `User-Agent` header for the list of one's
 * sessions only; nothing is decided by it. Unknown parts are left out; empty when nothing is known.
 */
export function browserName(userAgent: string): string {
  const first = (kinds: readonly (readonly [RegExp, string])[]) =>
    kinds.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = first([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Chrom(?:e|ium)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = first([
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter((part) => part !== undefined).join(', ');
}
