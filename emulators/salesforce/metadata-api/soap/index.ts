export { metadataSoapRoutes } from './routes.ts';
