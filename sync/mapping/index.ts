/* What is mirrored */
export { toBacklogEntry, type BacklogEntry, type Choice, type EntryLink } from './backlog-entry.ts';
export { type Delivery, type EntryDocument } from './delivery.ts';
export { isMirrored, isOpen } from './statuses.ts';

/* As a row of the backlog */
export { BLANK, sameCell, sameValue, type Cell, type CellValue, type LinkRun } from './cell.ts';
export {
  COLUMNS,
  EDITABLE,
  headerOf,
  isWatched,
  type Column,
  type ColumnName,
  type EditableColumn,
  type EditTarget,
} from './columns.ts';
export { createLayout, problemsOfColumns, type Layout } from './layout.ts';
export { namesPeople, parseEdit, type Edit, type EditFacts } from './parse-edit.ts';
export { toRow, type Row } from './to-row.ts';

/* As a customer's record */
export { type Activity } from './activity.ts';
export { PROJECT_KEY, toCustomer, type Customer } from './to-customer.ts';
export { SHARED_TRAITS, TRAITS, toSharedTraits, toTraits, type SharedTraits, type Traits } from './to-traits.ts';

/* As a message in the channel, and the replies under it */
export { toMessage, type Message } from './to-message.ts';
export { toChapterMessage } from './to-chapter-message.ts';
export { toDigest, type Moves } from './to-digest.ts';
export {
  factsOf,
  mergeChapters,
  nextCall,
  openingFacts,
  planStory,
  type Addressee,
  type Chapter,
  type Facts,
} from './story.ts';
