import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { auditEvents, people, sections, stories, tagLabels } from '#db/schema/index.ts';
import type { AuditObject } from '#lib/people/audit.ts';

export interface AuditEvent {
  actor: { personId: string | null; name: string };
  /** The command's file name: `publish-story`. */
  verb: string;
  objectType: AuditObject;
  objectId: string;
  /** What changed, as JSON. No secrets, no text of a story. */
  details?: Record<string, unknown>;
}

/** Every command calls this once, in its own transaction. */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values({
    actorId: event.actor.personId,
    actorName: event.actor.name,
    verb: event.verb,
    objectType: event.objectType,
    objectId: event.objectId,
    details: event.details ?? {},
  });
}

/** The audit from the newest, from just before `before`. `objectName` is what the object is called now; null when it is gone or has no name. */
export async function listAuditRows(
  reader: Reader,
  ask: {
    actorId?: string | undefined;
    verb?: string | undefined;
    object?: { type: string; id: string } | undefined;
    objectType?: string | undefined;
    before?: number | undefined;
    limit: number;
  },
) {
  const { objectType, objectId } = auditEvents;
  return reader
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      verb: auditEvents.verb,
      objectType,
      objectId,
      details: auditEvents.details,
      objectName: sql<string | null>`case ${objectType}
        when 'person' then (select ${people.name} from ${people} where ${people.id} = ${objectId}::uuid)
        when 'story' then (select ${stories.headline} from ${stories} where ${stories.id} = ${objectId}::uuid)
        when 'section' then (select ${sections.nameFr} from ${sections} where ${sections.id} = ${objectId}::uuid)
        when 'tag' then (select ${tagLabels.label} from ${tagLabels} where ${tagLabels.tagId} = ${objectId}::uuid
          order by ${tagLabels.language} desc limit 1)
      end`,
    })
    .from(auditEvents)
    .where(
      and(
        ask.actorId ? eq(auditEvents.actorId, ask.actorId) : undefined,
        ask.verb ? eq(auditEvents.verb, ask.verb) : undefined,
        ask.objectType ? eq(objectType, ask.objectType) : undefined,
        ask.object ? and(eq(objectType, ask.object.type), eq(objectId, ask.object.id)) : undefined,
        ask.before === undefined ? undefined : lt(auditEvents.id, ask.before),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(ask.limit);
}
