import { hasChangeEvent } from '../change-events/index.ts';
import type { Schema, SObjectType } from '../entities.ts';

/** A channel of change events: of one object, or of all when there is none. */
export interface Channel {
  name: string;
  object?: SObjectType;
}

/** `/data/ChangeEvents`, `/data/AccountChangeEvent`, `/data/Project__ChangeEvent`; undefined for any other. */
export function findChannel(schema: Schema, name: string): Channel | undefined {
  if (name === '/data/ChangeEvents') return { name };
  const entity = /^\/data\/(\w+?)ChangeEvent$/.exec(name)?.[1];
  const object = entity === undefined ? undefined : schema.findObject(entity.endsWith('__') ? `${entity}c` : entity);
  return object !== undefined && hasChangeEvent(object) ? { name, object } : undefined;
}
