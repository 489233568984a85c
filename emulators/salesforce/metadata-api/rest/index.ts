export { deployRequestEndpoints } from './deploy-requests.ts';
