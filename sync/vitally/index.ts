export { createVitallyClient, type RecordKind, type VitallyClient } from './client.ts';
export { type VitallyAccount, type VitallyRecord } from './schema.ts';
