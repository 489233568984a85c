import { membersSql } from '../access/index.ts';
import type { RecordStore, Writing } from '../data/index.ts';
import type { Schema, StoredRecord } from '../entities.ts';
import { FlowFault, type Outbox } from '../flow/index.ts';
import { toId18 } from '../ids.ts';
import type { CompiledAlert } from './email-alerts.ts';
import type { OutboxStore, Recipient } from './outbox-store.ts';

interface SenderParts {
  schema: Schema;
  store: RecordStore;
  alerts: ReadonlyMap<string, CompiledAlert>;
  outbox: OutboxStore;
}

/** Puts what flows send at one moment into the outbox, and finds out whom it is for. */
export function createSender({ schema, store, alerts, outbox }: SenderParts, writing: Writing): Outbox {
  const at = writing.now.toISOString();

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

  function groupNamed(name: string): Recipient[] {
    const group = schema.findObject('Group');
    return (group === undefined ? [] : store.findBy(group, 'DeveloperName', name)).flatMap(({ Id }) =>
      peopleOf(String(Id)),
    );
  }

  /** A person, or the members of a queue, that a field of the record leads to; nobody when it is blank. */
  function behind(record: StoredRecord, field: string): Recipient[] {
    const id = record[field];
    return typeof id === 'string' ? peopleOf(id) : [];
  }

  function recipientsOf({ recipients, ccEmails }: CompiledAlert['source'], record: StoredRecord): Recipient[] {
    const found = recipients.flatMap(({ type, field = '', recipient = '' }): Recipient[] => {
      switch (type) {
        case 'owner':
          return behind(record, 'OwnerId');
        case 'creator':
          return behind(record, 'CreatedById');
        case 'userLookup':
        case 'contactLookup':
          return behind(record, field);
        case 'email':
          return typeof record[field] === 'string' ? [toAddressee(record[field])] : [];
        case 'group':
          return groupNamed(recipient);
        case 'user': {
          const user = schema.findObject('User');
          return (user === undefined ? [] : store.findBy(user, 'Username', recipient)).map(({ Id }) =>
            toRecipient(String(Id)),
          );
        }
      }
    });
    return [...new Map([...found, ...ccEmails.map(toAddressee)].map((one) => [one.id ?? one.name, one])).values()];
  }

  return {
    sendAlert(name, recordId) {
      const alert = alerts.get(name.toLowerCase());
      const record = find(recordId);
      if (alert === undefined || record === undefined || schema.objectOfId(recordId)?.name !== alert.source.object) {
        throw new FlowFault(`The input SObjectRowId of ${name} is ${recordId}, which is no record for it.`);
      }
      const recipients = recipientsOf(alert.source, record);
      if (recipients.length === 0) return;
      const [title, body] = [alert.subject(record, writing), alert.body(record, writing)];
      outbox.send({ kind: 'email', at, recipients, title, body, targetId: String(record['Id']) });
    },
    notify({ customNotifTypeId, recipientIds, title, body, targetId }) {
      if (schema.objectOfId(customNotifTypeId)?.name !== 'CustomNotificationType' || !find(customNotifTypeId)) {
        throw new FlowFault(`The input customNotifTypeId is ${customNotifTypeId}, which is no notification type.`);
      }
      const recipients = new Map(recipientIds.flatMap(peopleOf).map((one) => [one.id ?? one.name, one]));
      const typeId = toId18(customNotifTypeId) ?? customNotifTypeId;
      outbox.send({ kind: 'notification', at, recipients: [...recipients.values()], title, body, targetId, typeId });
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
