/* Keeping */
export { createTables } from './tables.ts';
export { dropTables } from './drop-tables.ts';
export { RecordStore } from './record-store.ts';
export { Sequences } from './sequences.ts';
export { createId, createKeyPrefix } from './ids.ts';

/* Writing */
export { writeRecords } from './write-records.ts';
export { type DataParts } from './save-record.ts';
export { FormulaRules } from './formula-rules.ts';
export { toStamp } from './change.ts';
