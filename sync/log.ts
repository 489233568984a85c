import { pino, stdSerializers, stdTimeFunctions, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Paths at which a secret could stand in something logged. */
const SECRETS = ['*.authorization', '*.Authorization', '*.accessToken', '*.token', '*.apiKey', '*.privateKey'];

/** A log of JSON lines on stdout. Of an error only its kind, message and stack are told, never the request it carries. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[secret]' },
    serializers: { error: toPlainError },
  });
}

function toPlainError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}
