export { readSessions, momentOf, type Session } from './session.ts';
export { unchunked } from './bulk.ts';
export { replay, type Outcome, type Stage } from './replay.ts';
