import { z } from 'zod';
import { ApiError, limitExceeded, notFound } from '../errors.ts';
import { atomically } from './atomically.ts';
import { parseBody } from './body.ts';
import { toVersion } from './data-api.ts';
import type { Dispatch } from './dispatch.ts';
import { ok, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { resolveReferences, UnresolvedReference } from './references.ts';

const MOST_REQUESTS = 25;
const MOST_QUERIES_AND_COLLECTIONS = 5;
const ROLLED_BACK = 'The transaction was rolled back since another operation in the same transaction failed.';

/** One request of several. */
export const SubRequest = z.object({
  method: z.string(),
  url: z.string(),
  referenceId: z.string().regex(/^[A-Za-z]\w*$/, 'a reference id is made of letters, digits and underscores'),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).default({}),
});
export type SubRequest = z.infer<typeof SubRequest>;
const Composite = z.object({ allOrNone: z.boolean().default(false), compositeRequest: z.array(SubRequest) });

/** A request and what it was answered. */
export interface Part {
  request: SubRequest;
  answer: Answer;
}

/** Up to 25 requests in one, each of which may refer to the answers before it. */
export function compositeEndpoints(dispatch: Dispatch): Endpoint[] {
  return [{ method: 'POST', path: '/composite', answer: (call) => composite(call, dispatch) }];
}

function composite(call: Call, dispatch: Dispatch): Answer {
  const { allOrNone, compositeRequest } = parseBody(Composite, call.body);
  checkSize(compositeRequest);
  if (!allOrNone) return told(runAll(call, dispatch, compositeRequest, false));

  return atomically(call.platform.org.database, () => {
    const parts = runAll(call, dispatch, compositeRequest, true);
    const failed = parts.some(({ answer }) => answer.status >= 400);
    return { keep: !failed, result: told(failed ? parts.map(halted) : parts) };
  });
}

function checkSize(requests: SubRequest[]): void {
  if (requests.length > MOST_REQUESTS) {
    throw limitExceeded(`Composite API: cannot submit more than ${MOST_REQUESTS} subrequests`);
  }
  const heavy = requests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/.test(url));
  if (heavy.length > MOST_QUERIES_AND_COLLECTIONS) {
    throw limitExceeded(
      `Composite API: cannot submit more than ${MOST_QUERIES_AND_COLLECTIONS} query and collections subrequests`,
    );
  }
}

/** Runs requests one after the other, references to earlier answers filled in. */
export function runAll(call: Call, dispatch: Dispatch, requests: SubRequest[], stopAtFailure: boolean): Part[] {
  const answers = new Map<string, unknown>();
  let failed = false;
  return requests.map((request) => {
    if (failed && stopAtFailure) return { request, answer: processingHalted(ROLLED_BACK) };
    const answer = runOne(call, dispatch, request, answers);
    if (answer.status < 400) answers.set(request.referenceId, answer.body);
    else failed = true;
    return { request, answer };
  });
}

function runOne(call: Call, dispatch: Dispatch, request: SubRequest, answers: Map<string, unknown>): Answer {
  try {
    const url = resolveReferences(request.url, answers);
    const headers = Object.fromEntries(
      Object.entries(request.httpHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const { version, path } = split(url);
    return dispatch(
      { ...call, version },
      { method: request.method, url: path, body: resolveReferences(request.body, answers), headers },
    );
  } catch (error) {
    if (error instanceof UnresolvedReference) return processingHalted(error.message);
    if (error instanceof ApiError) return { status: error.status, body: error.entries };
    throw error;
  }
}

/** `/services/data/v66.0/query?q=…` → version and the rest. */
export function split(url: string): { version: string; path: string } {
  const [, part, path] = /^\/services\/data\/(v\d+\.\d)(\/.*)$/.exec(url) ?? [];
  if (
    part === undefined ||
    path === undefined ||
    /^\/(composite(\/batch|\/graph|\/tree\/[^/]*)?\/?$|jobs\/)/.test(path)
  ) {
    throw notFound();
  }
  return { version: toVersion(part), path };
}

/** With all or nothing, only the failed ones keep their own words. */
export function halted({ request, answer }: Part): Part {
  return { request, answer: answer.status >= 400 ? answer : processingHalted(ROLLED_BACK) };
}

function processingHalted(message: string): Answer {
  return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}

/** The answer to all of them. */
export function told(parts: Part[]): Answer {
  return ok({
    compositeResponse: parts.map(({ request, answer }) => ({
      body: answer.body ?? null,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId: request.referenceId,
    })),
  });
}
