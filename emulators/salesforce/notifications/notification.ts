import { createHash } from 'node:crypto';
import type { Call } from '../routes/endpoint.ts';
import { NotificationMarks } from './marks.ts';

const TRIMMED = { title: 120, body: 320 };
const WHOLE = { title: 250, body: 750 };

/**
 * A notification as its recipient is shown it.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.pushImplGuide.meta/pushImplGuide/connect_responses_notification.htm
 */
export interface Notification {
  id: string;
  messageTitle: string;
  messageBody: string;
  /** The record that it leads to. */
  target: string | null;
  targetPageRef: string | null;
  /** Id of the custom notification type. */
  type: string | null;
  recipientId: string;
  read: boolean;
  seen: boolean;
  mostRecentActivityDate: string;
  lastModified: string;
  additionalData: string;
  communityId: null;
  communityName: null;
  count: number;
  image: null;
  organizationId: string | null;
  url: null;
}

/** Every notification of the caller, the latest first. */
export function notificationsOf(call: Call, { trimmed }: { trimmed: boolean }): Notification[] {
  const { org } = call.platform;
  const marks = new NotificationMarks(org.database).all();
  const longest = trimmed ? TRIMMED : WHOLE;
  return org
    .messagesSince(0)
    .filter(({ kind, recipients }) => kind === 'notification' && recipients.some(({ id }) => id === call.user.id))
    .toReversed()
    .map((message) => {
      const id = idOf(message.id, call.user.id);
      const mark = marks.get(id);
      return {
        additionalData: '',
        communityId: null,
        communityName: null,
        count: 1,
        id,
        image: null,
        lastModified: mark?.at ?? message.at,
        messageBody: message.body.slice(0, longest.body),
        messageTitle: message.title.slice(0, longest.title),
        mostRecentActivityDate: message.at,
        organizationId: org.id,
        read: mark?.read ?? false,
        recipientId: call.user.id,
        seen: mark?.seen ?? false,
        target: message.targetId,
        targetPageRef: message.targetId === null ? null : toPageReference(message.targetId),
        type: message.typeId,
        url: null,
      };
    });
}

/** Marks notifications; what is read is seen as well. */
export function mark(call: Call, marked: Notification[], { read, seen }: { read?: boolean; seen?: boolean }): void {
  const marks = new NotificationMarks(call.platform.org.database);
  const at = call.platform.org.clock.now().toISOString();
  for (const notification of marked) {
    const isRead = read ?? notification.read;
    marks.set(notification.id, { read: isRead, seen: isRead || (seen ?? notification.seen), at });
  }
}

function toPageReference(recordId: string): string {
  return JSON.stringify({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
}

// One message is one notification for each of its recipients.
function idOf(message: number, recipient: string): string {
  return createHash('sha256').update(`${message} ${recipient}`).digest('hex').slice(0, 32);
}
