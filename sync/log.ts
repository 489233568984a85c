import { pino, stdSerializers, stdTimeFunctions, type Logger } from 'pino';
import { hideSecrets } from './secrets.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Paths at which a secret could stand in something logged. */
const SECRETS = ['*.authorization', '*.Authorization', '*.accessToken', '*.token', '*.apiKey', '*.privateKey'];

const STDOUT = { write: (line: string): void => void process.stdout.write(line) };

/**
 * A log of JSON lines on stdout. Of an error only its kind, message and stack are told, never the request it carries, and
 * of every line the secrets are hidden.
 */
export function createLog(level: string, destination: { write(line: string): void } = STDOUT): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: SECRETS, censor: '[secret]' },
      serializers: { error: toPlainError },
    },
    { write: (line: string) => destination.write(hideSecrets(line)) },
  );
}

function toPlainError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}
