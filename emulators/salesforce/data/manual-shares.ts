import type { SObjectType } from '../entities.ts';
import type { DataParts } from './save-record.ts';

/** A new owner decides anew with whom a record is shared: what was shared by hand, or by a flow, goes. */
export function dropManualShares({ schema, store }: DataParts, { name }: SObjectType, id: string): void {
  const shares = schema.findObject(name.replace(/__c$/, '__Share'));
  if (shares?.sharesOf !== name) return;
  for (const { Id } of store.findBy(shares, 'ParentId', id)) store.remove(shares, String(Id));
}
