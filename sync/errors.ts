/** Who has to act: whoever set it up, whoever owns the other side, nobody (it passes), or nobody until a quota refills. */
export type ErrorKind = 'configuration' | 'refused' | 'unavailable' | 'quota';

/** A failure of the service, with what its reader needs to act on it. */
export class SyncError extends Error {
  readonly kind: ErrorKind;
  readonly details: Record<string, unknown>;

  constructor(kind: ErrorKind, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SyncError';
    this.kind = kind;
    this.details = details;
  }
}

/** What was thrown, as an Error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
