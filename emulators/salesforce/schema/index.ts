/* Loading */
export { loadSchema, type LoadedSource, type Numbering } from './load-schema.ts';
export { packageFolders } from './source-project.ts';
export { createSchema } from './create-schema.ts';
export { type OpportunityStage } from './opportunity-stages.ts';

/* Failing */
export { DeployError } from './errors.ts';
