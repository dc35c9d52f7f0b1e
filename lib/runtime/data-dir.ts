import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { StartFault } from './start-fault.ts';

const secretsSchema = z.object({
  /** Seals cookies; used where AUTH_SECRET is not set. */
  authSecret: z.string().min(32),
  /** Of the embedded PostgreSQL's superuser, which migrates. */
  postgresPassword: z.string().min(16),
  /** Of the login the product serves with. */
  chapeauPassword: z.string().min(16),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** Makes the data directory where it is missing and checks that it is ours. Throws `StartFault`. */
export function openDataDir(folder: string): string {
  const full = path.resolve(folder);
  try {
    mkdirSync(full, { recursive: true, mode: 0o700 });
    const facts = statSync(full);
    const mine = process.getuid?.();
    if (mine !== undefined && facts.uid !== mine) {
      throw new StartFault(
        `The data directory ${full} belongs to another user (uid ${facts.uid}; you are ${userInfo().username}): start Chapeau as that user, or set DATA_DIR to a folder of your own.`,
      );
    }
    accessSync(full, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new StartFault(
      `The data directory ${full} cannot be written (${reason}): set DATA_DIR to a folder of your own.`,
    );
  }
  return full;
}

/** The secrets of this newsroom: made once, kept in a file that only its owner reads. */
export function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const made: Secrets = {
      authSecret: randomBytes(36).toString('base64url'),
      postgresPassword: randomBytes(24).toString('base64url'),
      chapeauPassword: randomBytes(24).toString('base64url'),
    };
    // By rename: a kill in the middle leaves no half a file.
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    content = null;
  }
  const parsed = secretsSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new StartFault(
    `${file} is damaged: put it back from a backup, or, if nothing in ${dataDir} is to be kept, remove that folder and start again.`,
  );
}
