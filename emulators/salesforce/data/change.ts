import type { RecordError, SObjectType, StoredRecord, User } from '../entities.ts';
import type { Access } from '../org.ts';

/** Who writes, with what rights, and when. */
export interface Writing {
  user: User;
  access: Access;
  now: Date;
}

/** One record on its way into its table. `before` is there for an update only. */
export interface Change {
  object: SObjectType;
  before: StoredRecord | undefined;
  after: StoredRecord;
  /** Fields that the client gave. */
  given: ReadonlySet<string>;
}

/** One record that cannot be saved, with all that is wrong with it. Ends the operation, not the transaction. */
export class RecordFailure extends Error {
  override name = 'RecordFailure';
  readonly errors: RecordError[];

  constructor(...errors: RecordError[]) {
    super(errors.map(({ statusCode, message }) => `${statusCode}: ${message}`).join('; '));
    this.errors = errors;
  }
}

/** Throws when there is anything to complain about. */
export function failOn(errors: RecordError[]): void {
  if (errors.length > 0) throw new RecordFailure(...errors);
}

/** The moment as the platform stamps it, in whole seconds. */
export function toStamp(now: Date): string {
  return new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString();
}

/** Moves the stamps of a record that is changed. */
export function stampChanged(object: SObjectType, record: StoredRecord, { user, now }: Writing): void {
  const stamp = toStamp(now);
  if (object.fields.has('LastModifiedDate')) {
    record['LastModifiedDate'] = stamp;
    record['LastModifiedById'] = user.id;
  }
  record['SystemModstamp'] = stamp;
}
