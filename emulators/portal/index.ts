/* Running */
export { createPortal, type PortalOptions } from './create-portal.ts';
export { type Message, type Milestone, type Person, type Places } from './places.ts';

/* Telling */
export { coverage } from './coverage.ts';
