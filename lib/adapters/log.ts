import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { env } from './env.ts';

interface RequestFacts {
  requestId: string;
}

// Next bundles this file apart from the server that runs it: one store and one log a process, on the global object.
const holder = globalThis as { [key: symbol]: unknown };
const storeKey = Symbol.for('chapeau.log.request');
const logKey = Symbol.for('chapeau.log');

function requestStore(): AsyncLocalStorage<RequestFacts> {
  holder[storeKey] ??= new AsyncLocalStorage<RequestFacts>();
  return holder[storeKey] as AsyncLocalStorage<RequestFacts>;
}

/** Runs `work` so that every line it logs carries the request's id. */
export function duringRequest<Value>(requestId: string, work: () => Value): Value {
  return requestStore().run({ requestId }, work);
}

/** Names under which a secret could reach the log, at the top of an entry or one level down. */
const secretNames = [
  'password',
  'passwordHash',
  'token',
  'tokenHash',
  'secret',
  'cookie',
  'authorization',
  'connectionString',
  'DATABASE_URL',
  'AUTH_SECRET',
];

/** What the log is made with; the destination is given by tests alone. */
export function makeLog(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => requestStore().getStore() ?? {},
    redact: {
      paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `headers["set-${name}"]`]),
      censor: '[kept back]',
    },
    serializers: { error: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as a line of the log can hold it. A database error quotes the row it failed on, which may be a person's: left out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    stack,
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The log of this process: one JSON line an entry, on standard output. Errors go under `error`. */
export function log(): pino.Logger {
  holder[logKey] ??= makeLog(env().LOG_LEVEL);
  return holder[logKey] as pino.Logger;
}
