import type { RecordError, SObjectType, StoredRecord, User } from '../entities.ts';
import type { Access } from '../org.ts';
import type { KnownFormulas } from './known-formulas.ts';

/** Who writes, with what rights, and when; and what else the org does about it. */
export interface Writing {
  user: User;
  access: Access;
  now: Date;
  automation: Automation;
  /** Where formula fields need not be worked out twice. */
  known?: KnownFormulas;
}

/** What runs along with the saves of one write. Each answers what is wrong with every record, in order. */
export interface Automation {
  /** Fills in records that are about to be saved; it changes `after` in place. */
  beforeSave(object: SObjectType, changes: readonly Change[]): RecordError[][];
  /** Does what follows from records that are in their table but not committed. */
  afterSave(object: SObjectType, changes: readonly Change[]): RecordError[][];
  beforeDelete(object: SObjectType, records: readonly StoredRecord[]): RecordError[][];
}

/** One record on its way into its table. `before` is there for an update only. */
export interface Change {
  object: SObjectType;
  before: StoredRecord | undefined;
  after: StoredRecord;
  /** Fields that the client gave, or automation did. */
  given: Set<string>;
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

/** When and where a formula is worked out. */
export function momentOf({ now, user }: Writing): { now: Date; timeZone: string | undefined } {
  return { now, timeZone: user.timeZone };
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
