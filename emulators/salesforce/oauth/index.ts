export { authorizeRoute } from './authorize-route.ts';
export { introspectRoute } from './introspect-route.ts';
export { tokenRoute } from './token-route.ts';
export { WebApps, type WebApp } from './web-apps.ts';
export { identityRoutes } from './identity-routes.ts';
export { sessionRoutes } from './session-routes.ts';
