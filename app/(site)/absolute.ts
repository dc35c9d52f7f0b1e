import { publicUrl } from '#lib/adapters/env.ts';

/** The address of a path, from the settings and never from what a request calls us. */
export function absolute(path: string): string {
  return new URL(path, publicUrl()).href;
}
