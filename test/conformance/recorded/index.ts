export { readSessions, momentOf, type Session, type Step } from './session.ts';
export { replay, type Outcome, type Stage } from './replay.ts';
