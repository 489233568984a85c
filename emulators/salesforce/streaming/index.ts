export { cometdRoutes } from './cometd-routes.ts';
