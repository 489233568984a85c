/* Talking to an org */
export { createSalesforceClient, type SalesforceClient } from './client.ts';

/* What is read */
export { type ChangePage } from './changes.ts';
export { type ImplementationRequest, type RequestLink } from './schema.ts';
export { type DeliveryRecord } from './delivery.ts';
export { type Labels } from './labels.ts';

/* What is written */
export { type RecordUpdate } from './update-records.ts';
export { type RequestUpdate, type UpdateResult } from './update-requests.ts';
