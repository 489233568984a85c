import type { User } from '../entities.ts';
import type { Org } from '../org.ts';
import { findChannel } from './channels.ts';
import type { StreamingClient } from './client.ts';
import type { StreamingClients } from './clients.ts';
import { connected, done, failed, LONG_POLL, shakenHands, type Message, type Reply } from './messages.ts';

const NEW_EVENTS_ONLY = -1;
const ALL_EVENTS = -2;

/**
 * Answers one message of a client whose session is sound. What goes wrong is an error in Salesforce's words:
 * https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/streaming_error_codes.htm
 */
export async function answerMessage(
  org: Org,
  clients: StreamingClients,
  user: User,
  message: Message,
): Promise<Reply[]> {
  if (message.channel === '/meta/handshake') return [shakenHands(message, clients.open(user).id)];
  const client = clients.find(message.clientId, user);
  if (client === undefined) return [failed(message, '403::Unknown client', 'handshake')];
  switch (message.channel) {
    case '/meta/connect':
      return connect(client, message);
    case '/meta/subscribe':
      return [subscribe(org, client, user, message)];
    case '/meta/unsubscribe':
      client.unsubscribe(message.subscription ?? '');
      return [done(message, client.id)];
    case '/meta/disconnect':
      clients.close(client);
      return [done(message, client.id)];
    default:
      return [failed(message, '403:denied_by_security_policy:publish_denied')];
  }
}

async function connect(client: StreamingClient, message: Message): Promise<Reply[]> {
  const { connectionType = '' } = message;
  if (connectionType !== 'long-polling') return [failed(message, `400::Invalid connection type ${connectionType}`)];
  const events = await client.wait(client.hasConnected ? LONG_POLL : 0);
  client.hasConnected = true;
  return [...events, connected(message, client.id)];
}

/**
 * Events are told whoever a record is shared with, so that one sees all records or hears nothing of them.
 *
 * https://developer.salesforce.com/docs/platform/change-data-capture/guide/cdc-security-perms.html
 */
function subscribe(org: Org, client: StreamingClient, user: User, message: Message): Reply {
  const { subscription: name } = message;
  if (name === undefined || name === '') return failed(message, '400::Channel name not specified');
  if (!name.startsWith('/')) return failed(message, "400::Channel subscriptions must start with a leading '/'");
  const channel = findChannel(org.schema, name);
  if (channel === undefined) {
    return failed(message, `400::The channel you requested to subscribe to doesn't exist {${name}}`);
  }
  if (channel.object !== undefined && !org.access(user).mayViewAll(channel.object)) {
    return failed(message, '403::User not allowed to subscribe CDC without required permissions');
  }
  const replay = message.ext?.replay?.[name] ?? NEW_EVENTS_ONLY;
  const { changeEvents } = org;
  if (replay !== NEW_EVENTS_ONLY && replay !== ALL_EVENTS && !changeEvents.has(replay)) {
    const hint = 'Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.';
    return failed(message, `400::The replayId {${replay}} you provided was invalid.  ${hint}`);
  }
  const position = { [NEW_EVENTS_ONLY]: changeEvents.newest, [ALL_EVENTS]: 0 }[replay] ?? replay;
  client.subscribe(channel, position);
  return done(message, client.id);
}
