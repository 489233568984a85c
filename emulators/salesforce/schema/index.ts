/* Loading */
export { loadSchema, type FlowSourceFile, type LoadedSource, type Numbering } from './load-schema.ts';
export { type NotificationType } from './notification-type.ts';
export { packageFolders } from './source-project.ts';
export { contentsOf, createSchema, schemaOver, type SchemaContents } from './create-schema.ts';
export { createField, lookup } from './standard/index.ts';
export { type OpportunityStage } from './opportunity-stages.ts';

/* Reading source */
export { listMetadataFiles } from './source-project.ts';
export { readComponent, xmlList, type MetadataFile } from './metadata-file.ts';

/* Failing */
export { DeployError } from './errors.ts';
export type { EmailAlert } from './email-alerts.ts';
