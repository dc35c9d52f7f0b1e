/**
 * What a command answers. A refusal is news for the person: a value with one reason of a closed set, which the
 * interface phrases. A fault is news for us: it is thrown, never returned.
 */
export type Result<Value, Reason extends string, Detail = undefined> =
  | { readonly ok: true; readonly value: Value }
  | Refusal<Reason, Detail>;

export interface Refusal<Reason extends string, Detail = undefined> {
  readonly ok: false;
  readonly reason: Reason;
  /** What the person needs to decide: the other value, the missing items. JSON, so that it passes an action. */
  readonly detail: Detail;
}

export function ok(): { ok: true; value: undefined };
export function ok<Value>(value: Value): { ok: true; value: Value };
export function ok<Value>(value?: Value) {
  return { ok: true as const, value };
}

export function refuse<const Reason extends string>(reason: Reason): Refusal<Reason>;
export function refuse<const Reason extends string, Detail>(
  reason: Reason,
  detail: Detail,
): Refusal<Reason, Detail>;
export function refuse<Reason extends string, Detail>(reason: Reason, detail?: Detail) {
  return { ok: false as const, reason, detail };
}
