import type { Settings } from '#lib/adapters/env.ts';

/** Demo accounts have a password that everybody knows: a newsroom in production never gets them. */
export function mayHaveDemo(settings: Settings): boolean {
  return settings.DEMO && !(settings.NODE_ENV === 'production' && settings.DATABASE_URL !== undefined);
}
