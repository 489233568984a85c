export { toolingEndpoints } from './endpoints.ts';
