export { describeMetadata } from './describe-metadata.ts';
export { listMetadata, toFileProperties, type FileProperties } from './list-metadata.ts';
