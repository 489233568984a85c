export { openState, type State } from './open-state.ts';
export { type CycleRecord } from './runs.ts';
export { type BaseRow } from './sheet-base.ts';
export { type Presence, type StoredAccount } from './vitally-base.ts';
export { type StoredActivity } from './vitally-activities.ts';
export { type SentMessage } from './messages.ts';
export { DESTINATIONS, type Destination } from './pending.ts';
export { StateLockedError } from './lease.ts';
