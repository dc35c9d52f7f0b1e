import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant, UTC in the database, a Date here. Shown in the newsroom's time zone by the interface. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** An identifier that sorts by time of making, made by the repository (`newId`), so that a command knows it before the insert. */
export const id = (name = 'id') => uuid(name);

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
