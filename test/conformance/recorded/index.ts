export { readSessions, momentOf, type Session } from './session.ts';
export { replay, type Outcome, type Stage } from './replay.ts';
