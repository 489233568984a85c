export { createSalesforce, type SalesforceEmulator, type SalesforceOptions } from './create-salesforce.ts';
export { coverage } from './coverage.ts';
export { type Person } from './create-org.ts';
export { resolveDate } from './data/boot/index.ts';
export { type Org } from './org.ts';
