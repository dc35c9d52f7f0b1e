/** What an audit row can be about. */
export const auditObjects = ['story', 'tag', 'person', 'session', 'section', 'newsroom'] as const;
export type AuditObject = (typeof auditObjects)[number];
