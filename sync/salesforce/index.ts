/* Talking to an org */
export { createSalesforceClient, type SalesforceClient } from './client.ts';

/* What is read */
export { type ChangePage } from './changes.ts';
export { type ImplementationRequest, type RequestLink } from './schema.ts';
export { type Labels } from './labels.ts';

/* What is written */
export { type RequestUpdate, type UpdateResult } from './update-requests.ts';
