import { z } from 'zod';
import { ApiError, notFound } from '../errors.ts';
import { parseBody } from '../routes/body.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { mark, notificationsOf, type Notification } from './notification.ts';

const USUAL_SIZE = 10;
const LARGEST_SIZE = 50;

/** The documented example writes `"true"`. */
const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const Marking = z.object({ read: Flag.optional(), seen: Flag.optional() });
const ManyMarked = Marking.extend({
  before: z.iso.datetime({ offset: true }).optional(),
  notificationIds: z.array(z.string()).max(LARGEST_SIZE).optional(),
});

/**
 * The notifications of the caller, as the bell shows them.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_notifications_resources.htm
 */
export function notificationEndpoints(): Endpoint[] {
  const path = '/connect/notifications';
  return [
    { method: 'GET', path, answer: list },
    { method: 'PATCH', path, answer: markMany },
    { method: 'GET', path: `${path}/status`, answer: status },
    { method: 'GET', path: `${path}/:id`, answer: (call) => ok(find(call)) },
    { method: 'PATCH', path: `${path}/:id`, answer: markOne },
  ];
}

function list(call: Call): Answer {
  const { after, before, size = String(USUAL_SIZE) } = call.query;
  if (after !== undefined && before !== undefined) throw illegal('after and before exclude one another');
  if (!/^[1-9]\d*$/.test(size)) throw illegal(`size: expected 1 to ${LARGEST_SIZE}, got '${size}'`);
  const since = after === undefined ? -Infinity : moment(after, 'after');
  const until = before === undefined ? Infinity : moment(before, 'before');
  const notifications = all(call)
    .filter((one) => at(one) > since && at(one) < until)
    .slice(0, Math.min(Number(size), LARGEST_SIZE));
  return ok({ notifications });
}

function status(call: Call): Answer {
  const notifications = all(call);
  const now = call.platform.org.clock.now().toISOString();
  const unread = notifications.filter(({ read }) => !read);
  const unseen = notifications.filter(({ seen }) => !seen);
  return ok({
    lastActivity: notifications[0]?.mostRecentActivityDate ?? now,
    oldestUnread: unread.at(-1)?.mostRecentActivityDate ?? now,
    oldestUnseen: unseen.at(-1)?.mostRecentActivityDate ?? now,
    unreadCount: unread.length,
    unseenCount: unseen.length,
  });
}

function markOne(call: Call): Answer {
  const notification = find(call);
  mark(call, [notification], checked(parseBody(Marking, given(call))));
  return ok(find(call));
}

function markMany(call: Call): Answer {
  const { before, notificationIds, ...marking } = parseBody(ManyMarked, given(call));
  if (before !== undefined && notificationIds !== undefined) {
    throw illegal('before and notificationIds exclude one another');
  }
  const until = before === undefined ? Infinity : moment(before, 'before');
  const meant = all(call).filter((one) => notificationIds?.includes(one.id) ?? at(one) < until);
  mark(call, meant, checked(marking));
  const ids = new Set(meant.map(({ id }) => id));
  return ok({ notifications: all(call).filter(({ id }) => ids.has(id)) });
}

// Both may come as request parameters instead of a body.
function given({ body, query }: Call): unknown {
  return body ?? (Object.keys(query).length > 0 ? query : undefined);
}

function checked(marking: z.output<typeof Marking>): { read?: boolean; seen?: boolean } {
  const { read, seen } = marking;
  if (read === undefined && seen === undefined) throw illegal('read or seen: expected one of them at least');
  if (read === true && seen === false)
    throw illegal('What is read is seen: read true and seen false exclude one another');
  return { ...(read !== undefined && { read }), ...(seen !== undefined && { seen }) };
}

function find(call: Call): Notification {
  const found = all(call).find(({ id }) => id === param(call, 'id'));
  if (found === undefined) throw notFound();
  return found;
}

function all(call: Call): Notification[] {
  return notificationsOf(call, { trimmed: call.query['trimMessages'] !== 'false' });
}

function at({ mostRecentActivityDate }: Notification): number {
  return Date.parse(mostRecentActivityDate);
}

function moment(text: string, name: string): number {
  const parsed = Date.parse(text);
  if (Number.isNaN(parsed)) throw illegal(`${name}: expected an ISO 8601 date and time, got '${text}'`);
  return parsed;
}

function illegal(message: string): ApiError {
  return new ApiError(400, [{ errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message }]);
}
