/** A `style` attribute as properties in lower case; later ones win, as in a browser. */
export function readStyle(attribute: string | undefined): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const declaration of (attribute ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    properties.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return properties;
}

/** Whether text of this style is bold; undefined when the style does not say. */
export function isBold(style: ReadonlyMap<string, string>): boolean | undefined {
  const weight = style.get('font-weight');
  if (weight === undefined) return undefined;
  if (weight === 'bold' || weight === 'bolder') return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  const number = Number.parseInt(weight, 10);
  return Number.isNaN(number) ? undefined : number >= 600;
}

export function isItalic(style: ReadonlyMap<string, string>): boolean | undefined {
  const slant = style.get('font-style');
  if (slant === undefined || slant === 'inherit') return undefined;
  return slant.startsWith('italic') || slant.startsWith('oblique');
}

/** Raised or lowered; null on the line; undefined when the style does not say. */
export function shift(style: ReadonlyMap<string, string>): 'superscript' | 'subscript' | null | undefined {
  const align = style.get('vertical-align');
  if (align === 'super') return 'superscript';
  if (align === 'sub') return 'subscript';
  return align === 'baseline' ? null : undefined;
}

/** Text its own page does not show, or that Word marks as hidden. */
export function isHidden(style: ReadonlyMap<string, string>): boolean {
  return (
    style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all'
  );
}
