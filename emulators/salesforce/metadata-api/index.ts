export { MetadataApi } from './metadata-api.ts';
export { deployRequestEndpoints } from './rest/index.ts';
export { metadataSoapRoutes } from './soap/index.ts';
