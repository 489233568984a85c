export { type ChangeEvent } from './event.ts';
export { ChangeJournal } from './journal.ts';
export { hasChangeEvent } from './merge-changes.ts';
