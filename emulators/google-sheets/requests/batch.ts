import { GoogleError, invalidArgument } from '../errors.ts';
import { message, opaque, type ProtoType } from '../wire/proto.ts';
import { REFUSED_KINDS, SUPPORTED_KINDS } from './kinds.ts';
import type { Change } from './kind.ts';

/** One request of a batch: a message with just one of its kinds set. */
export const Request: ProtoType<Record<string, unknown>> = message('BatchUpdateSpreadsheetRequest.Request', {
  ...Object.fromEntries([...SUPPORTED_KINDS].map(([name, { type }]) => [name, type])),
  ...Object.fromEntries(REFUSED_KINDS.map((name) => [name, opaque])),
});

/** Carries out requests in their order; the replies answer them one to one. The first refusal ends the batch. */
export function applyBatch(change: Change, requests: readonly Record<string, unknown>[]): object[] {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  return requests.map((request, index) => applyOne(change, request, index));
}

function applyOne(change: Change, request: Record<string, unknown>, index: number): object {
  const place = `requests[${String(index)}]`;
  const [name, second] = Object.keys(request);
  if (name === undefined) throw invalidArgument(`Invalid ${place}: No request set.`);
  if (second !== undefined) {
    throw invalidArgument(
      `Invalid value at '${place}' (oneof), oneof field 'kind' is already set. Cannot set '${second}'`,
    );
  }
  const kind = SUPPORTED_KINDS.get(name);
  if (kind === undefined) throw invalidArgument(`Invalid ${place}.${name}: This emulator does not support ${name}.`);
  try {
    const reply = kind.apply(change, request[name]);
    return reply === undefined ? {} : { [name]: reply };
  } catch (error) {
    if (!(error instanceof GoogleError) || error.details.length > 0) throw error;
    throw new GoogleError(error.code, `Invalid ${place}.${name}: ${error.message}`);
  }
}
