import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from '../caller.ts';
import type { User } from '../entities.ts';
import { ApiError, jsonParserError } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { answerMessage } from './answer-message.ts';
import { StreamingClients } from './clients.ts';
import { failed, handshakeDenied, Messages, type Message, type Reply } from './messages.ts';

const OLDEST_VERSION = 37;
const NEWEST_VERSION = 66;
const LARGEST_REQUEST = 32_768;

/** The streaming API: Bayeux by long polling. https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta */
export function cometdRoutes(app: FastifyInstance, platform: Platform): void {
  const clients = new StreamingClients(platform.org);
  app.addHook('preClose', (done) => {
    clients.clear();
    done();
  });
  app.post('/cometd', (request) => answer(platform, clients, request, undefined));
  app.post<{ Params: { version: string } }>('/cometd/:version', (request) =>
    answer(platform, clients, request, request.params.version),
  );
}

async function answer(
  platform: Platform,
  clients: StreamingClients,
  request: FastifyRequest,
  version: string | undefined,
): Promise<Reply[]> {
  const messages = Messages.safeParse(request.body).data;
  if (messages === undefined) throw jsonParserError('Unexpected content: Bayeux messages are expected');
  const refusal = refuse(request, version) ?? authenticate(platform, request);
  if (typeof refusal === 'string') return messages.map((message) => refused(message, refusal));
  const replies: Reply[] = [];
  for (const message of messages) replies.push(...(await answerMessage(platform.org, clients, refusal, message)));
  return replies;
}

function refuse(request: FastifyRequest, version: string | undefined): string | undefined {
  const form = `URI format: '/cometd/${NEWEST_VERSION}.0'`;
  if (version === undefined) return `400::API version in the URI is mandatory. ${form}`;
  const number = /^\d+\.0$/.test(version) ? Number(version) : 0;
  if (number < OLDEST_VERSION || number > NEWEST_VERSION) {
    return `400::Unsupported API version. Only API versions '${OLDEST_VERSION}.0' and later are supported. ${form}`;
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_REQUEST) return '413::Maximum Request Size Exceeded';
  return undefined;
}

/** Who it is, or why nobody knows. */
function authenticate(platform: Platform, request: FastifyRequest): User | string {
  try {
    return callerOf(platform, request);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isAnonymous = request.headers.authorization === undefined;
    return isAnonymous ? '401::Request requires authentication' : '401::Authentication invalid';
  }
}

function refused(message: Message, error: string): Reply {
  return message.channel === '/meta/handshake' ? handshakeDenied(message, error) : failed(message, error, 'none');
}
