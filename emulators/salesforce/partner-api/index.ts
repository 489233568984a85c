export { partnerSoapRoutes } from './routes.ts';
export { undelete } from './undelete.ts';
