export { readSessions, momentOf, type Session } from './session.ts';
export { unchunked } from './bulk.ts';
export { describeDifference } from './describe.ts';
export { replay, type Outcome, type Stage } from './replay.ts';
