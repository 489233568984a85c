/* What is mirrored */
export { toBacklogEntry, type BacklogEntry, type Choice, type EntryLink } from './backlog-entry.ts';
export { type Delivery, type EntryDocument } from './delivery.ts';
export { isMirrored, isOpen } from './statuses.ts';

/* As a row of the backlog */
export { BLANK, sameCell, sameValue, type Cell, type CellValue, type LinkRun } from './cell.ts';
export {
  COLUMN_NAMES,
  COLUMNS,
  EDITABLE,
  isEditable,
  isWatched,
  WATCHED,
  type Column,
  type ColumnName,
  type EditableColumn,
} from './columns.ts';
export { parseEdit, type Edit } from './parse-edit.ts';
export { toRow, type Row } from './to-row.ts';
export { withField } from './with-field.ts';

/* As a customer's record */
export { type Activity } from './activity.ts';
export { PROJECT_KEY, toCustomer, type Customer } from './to-customer.ts';
export { SHARED_TRAITS, TRAITS, toSharedTraits, toTraits, type SharedTraits, type Traits } from './to-traits.ts';

/* As a message in the channel */
export { toMessage, type Message } from './to-message.ts';
