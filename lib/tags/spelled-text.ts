import { fold } from '#lib/kernel/text.ts';

/**
 * A text as names are looked for in it: folded, in ASCII only, with the way back to the original. ASCII because the
 * Aho–Corasick library cuts anything else into grapheme clusters first, which costs fifteen times the search itself.
 *
 * Letters and digits a–z, 0–9 stand for themselves. Any other letter or digit is spelled `Z` and its code in capitals, which
 * folded text never holds, so that no spelling can begin in the middle of another. Hyphens, apostrophes, spaces and foreign
 * signs become one space: "Kassym-Jomart" meets "Kassym Jomart", and "l’Ouzbékistan" holds "Ouzbékistan".
 */
export interface SpelledText {
  readonly spelled: string;
  /** For each place in `spelled`, the place in the original (UTF-16) it comes from; one more at the end for the original's length. */
  readonly places: Uint32Array;
}

/** Never grows past the code points that the newsroom's languages use, but a hostile text must not fill the memory. */
const rememberedMaximum = 20_000;
const remembered = new Map<string, string>();

function spellPoint(point: string): string {
  const known = remembered.get(point);
  if (known !== undefined) return known;
  let made = '';
  // Between two letters, so that `fold` neither trims a space nor takes a sigma for the last of its word.
  for (const each of fold(`x${point}x`).slice(1, -1)) {
    if (/[-'\s]/u.test(each)) made += ' ';
    else if (/[ -~]/u.test(each)) made += each;
    else if (/[\p{L}\p{N}]/u.test(each)) made += `Z${inCapitals(each.codePointAt(0) ?? 0)}`;
    else made += ' ';
  }
  if (remembered.size < rememberedMaximum) remembered.set(point, made);
  return made;
}

/** Hexadecimal in the letters A–P, six of them, so that every spelling has the same length. */
function inCapitals(code: number): string {
  return Array.from(code.toString(16).padStart(6, '0'), (digit) =>
    String.fromCharCode(65 + Number.parseInt(digit, 16)),
  ).join('');
}

export function spell(text: string): SpelledText {
  const places: number[] = [];
  let spelled = '';
  let at = 0;
  for (const point of text) {
    for (const sign of spellPoint(point)) {
      if (sign === ' ' && spelled.endsWith(' ')) continue;
      spelled += sign;
      places.push(at);
    }
    at += point.length;
  }
  places.push(at);
  return { spelled, places: Uint32Array.from(places) };
}

/** Whether the place between two signs of a spelled text is the edge of a word. */
export function isEdge(spelled: string, at: number): boolean {
  return !(isWordSign(spelled.charCodeAt(at - 1)) && isWordSign(spelled.charCodeAt(at)));
}

/** ASCII letters and digits; capitals are parts of a foreign letter. NaN (before the start, after the end) is none. */
function isWordSign(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
