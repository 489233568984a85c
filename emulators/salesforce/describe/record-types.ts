import type { RecordType, SObjectType } from '../entities.ts';

/** The record type that every object has, with this id in every org. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The record types of an object and the master one, which is the default when there is no other. */
export function recordTypesOf(object: SObjectType): RecordType[] {
  const hasDefault = object.recordTypes.some(({ isDefault }) => isDefault);
  const master = {
    id: MASTER_RECORD_TYPE,
    developerName: 'Master',
    label: 'Master',
    active: true,
    isDefault: !hasDefault,
  };
  return [...object.recordTypes, master];
}
