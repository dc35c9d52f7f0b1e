import type { Attribute } from '@tiptap/core';
import { linkAllowed } from './links.ts';

/** A block's id: made by `newBlockId`, or by a program that needs the same ids every time. */
export const blockIdPattern = /^[A-Za-z0-9_-]{4,64}$/;

/** Lone surrogates and NUL: Postgres stores neither, and no reader should meet them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for.
export const unstorable = /[\p{Cs}\u0000]/u;

/** Thrown by the schema when a document is checked: what is wrong, in words for the log. */
function demand(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(what);
}

interface Form {
  /** The HTML attribute that carries it between clipboards. */
  html: string;
  initial: unknown;
  /** What clipboards may bring; anything else is dropped for the initial value. */
  fits: (value: unknown) => boolean;
  /** What the checked document is told when it does not fit. */
  fault: string;
  fromHtml?: (value: string) => unknown;
}

/** An attribute `name` of a node or mark. It never stays with both halves when a block is split. */
function attribute(
  name: string,
  { html, initial, fits, fault, fromHtml = (value) => value }: Form,
): Record<string, Attribute> {
  return {
    [name]: {
      default: initial,
      keepOnSplit: false,
      validate: (value: unknown) => demand(fits(value), `${name}: ${fault}`),
      parseHTML: (element: HTMLElement) => {
        const given = element.getAttribute(html);
        const value = given === null ? initial : fromHtml(given);
        return fits(value) ? value : initial;
      },
      renderHTML: (attributes: Record<string, unknown>) => {
        const value = attributes[name];
        return value === initial || value === null || value === undefined ? {} : { [html]: String(value) };
      },
    },
  };
}

/** Plain text in an attribute, empty until somebody writes it. `maximum` in characters. */
export function textAttribute(name: string, html: string, maximum = 2000): Record<string, Attribute> {
  return attribute(name, {
    html,
    initial: '',
    fits: (value) => typeof value === 'string' && value.length <= maximum && !unstorable.test(value),
    fault: `not a text of at most ${maximum} characters`,
  });
}

/** An address, empty until somebody writes it. */
export function linkAttribute(name: string, html: string): Record<string, Attribute> {
  return attribute(name, {
    html,
    initial: '',
    fits: (value) => value === '' || linkAllowed(value),
    fault: 'not an address that may be linked to',
  });
}

/** A whole number between bounds. */
export function numberAttribute(
  name: string,
  html: string,
  { initial, minimum, maximum }: { initial: number; minimum: number; maximum: number },
): Record<string, Attribute> {
  return attribute(name, {
    html,
    initial,
    fits: (value) => Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
    fault: `not a whole number from ${minimum} to ${maximum}`,
    fromHtml: Number,
  });
}

/** An id of our own (block, media) that need not be there yet. */
export function idAttribute(name: string, html: string): Record<string, Attribute> {
  return attribute(name, {
    html,
    initial: null,
    fits: (value) => value === null || (typeof value === 'string' && blockIdPattern.test(value)),
    fault: 'not an id',
  });
}
