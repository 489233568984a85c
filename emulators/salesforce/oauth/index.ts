export { tokenRoute } from './token-route.ts';
export { identityRoutes } from './identity-routes.ts';
export { sessionRoutes } from './session-routes.ts';
