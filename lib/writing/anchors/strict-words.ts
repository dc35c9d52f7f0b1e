/**
 * Words as a check holds them: equal for two wordings that a reader cannot tell apart in meaning, and for no others. Kinds of
 * white space and how much of it, kinds of quotation marks and apostrophes (with the space inside « … »), kinds of hyphen,
 * signs without width and the Unicode form (NFC) do not count. Everything else does: each letter and its case, digits and what
 * separates them, signs (- − – + ±), %, ‰, currency, < and >. So « 14-15 » is neither « 1415 » nor « 14–15 ».
 */
export function strictWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/(?<=[«“„‹])\s+|\s+(?=[»”›])/gu, '')
    .replace(/[«»“”„‟]/gu, '"')
    .replace(/[’‘‛ʼʻ`´‹›]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
