import { membersSql } from '../access/index.ts';
import type { RecordStore } from '../data/index.ts';
import type { Schema, StoredRecord } from '../entities.ts';
import { FlowFault, type Outbox } from '../flow/index.ts';
import { toId18 } from '../ids.ts';
import type { OutboxStore, Recipient } from './outbox-store.ts';

interface SenderParts {
  schema: Schema;
  store: RecordStore;
  outbox: OutboxStore;
}

/** Puts what flows send at one moment into the outbox, and finds out whom it is for. */
export function createSender({ schema, store, outbox }: SenderParts, now: Date): Outbox {
  const at = now.toISOString();

  function find(id: string): StoredRecord | undefined {
    const object = schema.objectOfId(id);
    return object && store.find(object, toId18(id) ?? id);
  }

  function toRecipient(idOrAddress: string): Recipient {
    const record = find(idOrAddress);
    if (record === undefined) return { id: null, name: idOrAddress };
    return { id: String(record['Id']), name: String(record['Name'] ?? idOrAddress) };
  }

  /** People who are notified: the user, or whoever is active in a public group or queue. */
  function peopleOf(id: string): Recipient[] {
    if (schema.objectOfId(id)?.name !== 'Group') return [toRecipient(id)];
    const sql = `SELECT u.Id, u.Name FROM "User" u WHERE u.IsActive = 1 AND u.Id IN (${membersSql('?')}) ORDER BY u.Id`;
    return store.query(sql, [toId18(id) ?? id]).map(({ Id, Name }) => ({ id: String(Id), name: String(Name) }));
  }

  function toAddressee(address: string): Recipient {
    const user = schema.findObject('User');
    const [found] = user === undefined ? [] : store.findBy(user, 'Email', address);
    return found === undefined ? { id: null, name: address } : toRecipient(String(found['Id']));
  }

  return {
    notify({ customNotifTypeId, recipientIds, title, body, targetId }) {
      if (schema.objectOfId(customNotifTypeId)?.name !== 'CustomNotificationType' || !find(customNotifTypeId)) {
        throw new FlowFault(`The input customNotifTypeId is ${customNotifTypeId}, which is no notification type.`);
      }
      const recipients = new Map(recipientIds.flatMap(peopleOf).map((one) => [one.id ?? one.name, one]));
      outbox.send({ kind: 'notification', at, recipients: [...recipients.values()], title, body, targetId });
    },
    sendEmail({ to, cc, bcc, recipientId, relatedRecordId, subject, body }) {
      const recipients = [...to, ...cc, ...bcc].map(toAddressee);
      if (recipientId !== null) recipients.push(toRecipient(recipientId));
      outbox.send({ kind: 'email', at, recipients, title: subject, body, targetId: relatedRecordId });
    },
    post({ text, subjectNameOrId }) {
      const subject = toRecipient(subjectNameOrId);
      outbox.send({ kind: 'post', at, recipients: [subject], title: '', body: text, targetId: subject.id });
    },
  };
}
