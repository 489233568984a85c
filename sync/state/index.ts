export { openState, openStateCopy, type State } from './open-state.ts';
export { type CycleRecord } from './runs.ts';
export { type BaseRow, type SheetBase } from './sheet-base.ts';
export { type EntryGroup } from './entries.ts';
export { type Presence, type StoredAccount } from './vitally-base.ts';
export { type StoredActivity } from './vitally-activities.ts';
export { type SentMessage } from './messages.ts';
export { DESTINATIONS, type Destination } from './pending.ts';
export { StateLockedError } from './lease.ts';
