export { notificationEndpoints } from './endpoints.ts';
