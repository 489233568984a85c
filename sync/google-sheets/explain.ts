import { SyncError, toError } from '../errors.ts';

/** What Google said, as an error that names who has to act. */
export function explain(thrown: unknown): SyncError {
  if (thrown instanceof SyncError) return thrown;
  const error = toError(thrown);
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  return new SyncError(kindOf(status), `Google Sheets (${status ?? 'no answer'}): ${error.message}`, { status });
}

function kindOf(status: number | undefined): SyncError['kind'] {
  if (status === undefined || status >= 500) return 'unavailable';
  if (status === 429) return 'quota';
  return status === 401 || status === 403 || status === 404 ? 'configuration' : 'refused';
}
