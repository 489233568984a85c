export { createSalesforce, type SalesforceEmulator, type SalesforceOptions } from './create-salesforce.ts';
export { compileMetadata } from './compile-metadata.ts';
export { coverage } from './coverage.ts';
export { coverageGroups } from './coverage-groups.ts';
export { type Person } from './create-org.ts';
export { resolveDate } from './data/boot/index.ts';
export { type Org } from './org.ts';
