import { desk } from '#db/client.ts';
import { listAuditRows } from '#db/repositories/audit.ts';
import { readCursor, writeCursor } from '#lib/kernel/cursor.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { auditObjects } from '#lib/people/audit.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

const pageLength = 50;

export interface AuditAsk {
  person?: string | undefined;
  verb?: string | undefined;
  /** `story`, or `story:` and its id. */
  object?: string | undefined;
  before?: unknown;
}

interface AuditLine {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  verb: string;
  objectType: string;
  objectId: string;
  objectName: string | null;
  details: Record<string, unknown>;
}

export interface AuditView {
  lines: AuditLine[];
  next: string | null;
}

/** Who did what, from the newest, a page at a time; null for those who may not read it. A filter that fits nothing is left out. */
export async function listAudit(actor: Actor, ask: AuditAsk): Promise<AuditView | null> {
  if (!peoplePolicy.readAudit(actor)) return null;
  const [type, id] = (ask.object ?? '').split(':');
  const objectType = auditObjects.find((known) => known === type);
  const before = Number(readCursor(ask.before, 1)?.[0] ?? Number.NaN);
  const rows = await listAuditRows(desk(), {
    actorId: isId(ask.person) ? ask.person : undefined,
    verb: ask.verb && /^[a-z-]{1,60}$/.test(ask.verb) ? ask.verb : undefined,
    objectType,
    object: objectType && isId(id) ? { type: objectType, id } : undefined,
    before: Number.isSafeInteger(before) ? before : undefined,
    limit: pageLength + 1,
  });
  const lines = rows.slice(0, pageLength);
  const last = lines.at(-1);
  return {
    lines,
    next: rows.length > pageLength && last ? writeCursor([String(last.id)]) : null,
  };
}
