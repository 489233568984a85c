import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tokenOf } from '../caller.ts';
import { ApiError } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../routes/data-api.ts';
import { errorAnswer, type Format, type TextAnswer } from './answers.ts';
import type { AsyncCall } from './call.ts';
import { AsyncApiError } from './errors.ts';
import { addBatch, batchInfo, batchInfos, batchRequest, batchResult, queryAnswer } from './batch-resources.ts';
import { changeJob, createJob, jobInfo } from './job-resources.ts';

type Resource = (call: AsyncCall) => TextAnswer;

const RESOURCES: [method: 'GET' | 'POST', path: string, Resource][] = [
  ['POST', '/job', createJob],
  ['GET', '/job/:jobId', jobInfo],
  ['POST', '/job/:jobId', changeJob],
  ['GET', '/job/:jobId/batch', batchInfos],
  ['POST', '/job/:jobId/batch', addBatch],
  ['GET', '/job/:jobId/batch/:batchId', batchInfo],
  ['GET', '/job/:jobId/batch/:batchId/request', batchRequest],
  ['GET', '/job/:jobId/batch/:batchId/result', batchResult],
  ['GET', '/job/:jobId/batch/:batchId/result/:resultId', queryAnswer],
];

/**
 * Bulk API 1.0. Bodies are read by what a job holds and not by their type: a query is plain text whatever its type says.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_intro.htm
 */
export function bulk1Routes(app: FastifyInstance, platform: Platform): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      send(reply, errorAnswer(toAsyncError(error), formatOf(request) ?? 'XML')),
    );
    for (const [method, path, resource] of RESOURCES) {
      scope.route({
        method: method === 'GET' ? ['GET', 'HEAD'] : method,
        exposeHeadRoute: false,
        url: `/services/async/:version${path}`,
        handler: (request, reply) => send(reply, resource(toCall(platform, request))),
      });
    }
  });
}

function toCall(platform: Platform, request: FastifyRequest): AsyncCall {
  const { version: part = '', ...params } = request.params as Record<string, string>;
  const version = toVersion(part);
  const session = request.headers['x-sfdc-session'];
  const username = platform.sessions.usernameOf(typeof session === 'string' ? session : tokenOf(request));
  const user = username === undefined ? undefined : platform.org.findUser(username);
  if (user === undefined) throw new AsyncApiError('InvalidSessionId', 'Invalid session id');
  platform.usage.count();
  const { headers, body } = request;
  return { platform, user, version, params, headers, content: contentOf(headers, body), format: formatOf(request) };
}

/** What was sent, which clients may have compressed. */
function contentOf({ 'content-encoding': encoding }: IncomingHttpHeaders, body: unknown): Buffer {
  const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (encoding !== 'gzip') return content;
  try {
    return gunzipSync(content);
  } catch {
    throw new AsyncApiError('ClientInputError', 'Failed to read request: it is not in the format of gzip');
  }
}

/** `66.0`, with or without a v before it. */
function toVersion(part: string): string {
  const number = Number(/^v?(\d+)\.0$/.exec(part)?.[1]);
  if (!(number >= OLDEST_VERSION && number <= NEWEST_VERSION)) {
    throw new AsyncApiError('InvalidUrl', `unknown version: ${part}`);
  }
  return `${number}.0`;
}

function formatOf({ headers }: FastifyRequest): Format | undefined {
  const type = headers['content-type'] ?? '';
  if (/^application\/json/i.test(type)) return 'JSON';
  return /^(application|text)\/xml/i.test(type) ? 'XML' : undefined;
}

function toAsyncError(error: FastifyError): AsyncApiError {
  if (error instanceof AsyncApiError) return error;
  const [entry] = error instanceof ApiError ? error.entries : [];
  if (entry === undefined) return new AsyncApiError('Unknown', error.message, error.statusCode ?? 500);
  if (entry.errorCode === 'REQUEST_LIMIT_EXCEEDED') return new AsyncApiError('ExceededQuota', entry.message);
  if (entry.errorCode === 'INVALID_AUTH_HEADER') return new AsyncApiError('InvalidSessionId', 'Invalid session id');
  return new AsyncApiError(entry.errorCode, entry.message);
}

function send(reply: FastifyReply, { status, type, text }: TextAnswer): FastifyReply {
  return reply.code(status).type(type).send(text);
}
