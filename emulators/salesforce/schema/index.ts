/* Loading */
export { loadSchema, type FlowSourceFile, type LoadedSource, type Numbering } from './load-schema.ts';
export { type NotificationType } from './notification-type.ts';
export { createSchema } from './create-schema.ts';
export { type OpportunityStage } from './opportunity-stages.ts';

/* Failing */
export { DeployError } from './errors.ts';
