import { createHash } from 'node:crypto';
import type { ChangeEvent } from '../change-events/index.ts';
import type { SObjectType } from '../entities.ts';
import type { Access } from '../org.ts';
import type { Reply } from './messages.ts';

/** An event as a subscriber gets it: without the fields that he may not read. */
export function toMessage(channel: string, event: ChangeEvent, object: SObjectType, access: Access): Reply {
  const mayRead = (path: string): boolean => {
    const field = object.fields.get(path.split('.')[0] ?? '');
    return field !== undefined && access.mayReadField(object, field);
  };
  const values = Object.fromEntries(Object.entries(event.values).filter(([name]) => mayRead(name)));
  const header = { ...event.header, changedFields: event.header.changedFields.filter(mayRead) };
  return {
    data: {
      schema: schemaId(object),
      payload: { ...values, ChangeEventHeader: header },
      event: { replayId: event.replayId },
    },
    channel,
  };
}

/** Another one as soon as the fields of the object are others. */
function schemaId({ name, fields }: SObjectType): string {
  return createHash('md5')
    .update([name, ...fields.keys()].join(' '))
    .digest('base64url');
}
