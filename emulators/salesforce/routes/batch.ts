import { z } from 'zod';
import { ApiError, limitExceeded } from '../errors.ts';
import { parseBody } from './body.ts';
import { split } from './composite.ts';
import type { Dispatch } from './dispatch.ts';
import { ok, type Answer, type Call, type Endpoint } from './endpoint.ts';

const MOST_REQUESTS = 25;

const BatchRequest = z.object({ method: z.string(), url: z.string(), richInput: z.unknown().optional() });
const Batch = z.object({ haltOnError: z.boolean().default(false), batchRequests: z.array(BatchRequest) });

/** Up to 25 requests that have nothing to do with one another. Each counts as a call of its own. */
export function batchEndpoints(dispatch: Dispatch): Endpoint[] {
  return [{ method: 'POST', path: '/composite/batch', answer: (call) => batch(call, dispatch) }];
}

function batch(call: Call, dispatch: Dispatch): Answer {
  const { haltOnError, batchRequests } = parseBody(Batch, call.body);
  if (batchRequests.length > MOST_REQUESTS) {
    throw limitExceeded(`Batch API: cannot submit more than ${MOST_REQUESTS} subrequests`);
  }
  let hasErrors = false;
  const results = batchRequests.map((request) => {
    if (hasErrors && haltOnError) return { statusCode: 412, result: [halted()] };
    const { status, body } = runOne(call, dispatch, request);
    if (status >= 400) hasErrors = true;
    return { statusCode: status, result: body ?? null };
  });
  return ok({ hasErrors, results });
}

function runOne(call: Call, dispatch: Dispatch, { method, url, richInput }: z.infer<typeof BatchRequest>): Answer {
  try {
    const { version, path } = split(
      /^\/?services\//.test(url) ? `/${url.replace(/^\//, '')}` : `/services/data/${url}`,
    );
    call.platform.usage.count();
    return dispatch({ ...call, version }, { method, url: path, body: richInput, headers: {} });
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.entries };
    throw error;
  }
}

function halted() {
  return {
    errorCode: 'BATCH_PROCESSING_HALTED',
    message: 'Batch processing halted per request, as haltOnError is true',
  };
}
