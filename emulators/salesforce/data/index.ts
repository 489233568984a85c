/* Keeping */
export { createTables } from './tables.ts';
export { dropTables } from './drop-tables.ts';
export { RecordStore } from './record-store.ts';
export { RecycleBin } from './recycle-bin.ts';
export { type ChangeListener, type RecordChange } from './record-change.ts';
export { Sequences } from './sequences.ts';
export { createId, createKeyPrefix, createMetadataKeyPrefix } from './ids.ts';

/* Writing */
export { writeGroups, writeRecords } from './write-records.ts';
export { type DataParts } from './save-record.ts';
export { fiscalYearStartMonth } from './fiscal-year.ts';
export { FormulaFields } from './formula-fields.ts';
export { tellsOfHiddenField } from './field-history.ts';
export { RollUps } from './roll-ups.ts';
export { LookupFilters } from './lookup-filters.ts';
export { FormulaRules } from './formula-rules.ts';
export { compileSharingRules } from './sharing-criteria.ts';
export { isShared } from './record-permissions.ts';
export { type GlobalValues } from './global-values.ts';
export { toStamp, type Automation, type Change, type Writing } from './change.ts';
