export { partnerSoapRoutes } from './routes.ts';
export { madeUpPassword, setPassword } from './passwords.ts';
export { undelete } from './undelete.ts';
