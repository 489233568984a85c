export { createVitallyClient, type VitallyClient } from './client.ts';
export { type VitallyAccount } from './schema.ts';
