/* Talking to an org */
export { createSalesforceClient, type SalesforceClient } from './client.ts';

/* What is read */
export { type ChangePage, type Stretch } from './changes.ts';
export { type ImplementationRequest, type Person, type RequestLink } from './schema.ts';
export { type DescribedField, type FieldCatalogue, type OrgModel } from './describe.ts';
export { type DeliveryRecord } from './delivery.ts';
export { type Labels } from './labels.ts';
export { type Looked } from './query-requests.ts';
export { fieldsRead, type FieldPlace, type OrgExamination } from './examine.ts';

/* What is written */
export { type Telling } from './tell-records.ts';
export { type RecordUpdate, type Updated, type UpdateResult } from './update-records.ts';
