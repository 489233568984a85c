import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../core/index.ts';
import type { RecordVerb } from './access/index.ts';
import type { ChangeJournal } from './change-events/index.ts';
import type { Analytics } from './analytics/index.ts';
import type { OutboxEntry } from './automation/index.ts';
import type { Field, SaveResult, Schema, SObjectType, StoredRecord, User, WriteOperation } from './entities.ts';
import type { SourceFiles } from './org-source/index.ts';
import type { PageMetadata } from './page-metadata/index.ts';

/** What a user may do, from the profile, every permission set and group assigned, and how records are shared. */
export interface Access {
  mayRead(object: SObjectType): boolean;
  mayCreate(object: SObjectType): boolean;
  mayEdit(object: SObjectType): boolean;
  mayDelete(object: SObjectType): boolean;
  mayReadField(object: SObjectType, field: Field): boolean;
  mayEditField(object: SObjectType, field: Field): boolean;
  /** Whether all records may be read, however they are shared. */
  mayViewAll(object: SObjectType): boolean;
  hasCustomPermission(name: string): boolean;
  /** SQL that holds for those records in a table of a query with which this may be done; undefined when it is all. */
  recordsSql(object: SObjectType, verb: RecordVerb, alias: string): string | undefined;
}

/** The record that looks up, as far as it is known, and the one that it may find. */
export interface LookupEnds {
  source: StoredRecord;
  found: StoredRecord;
}

/**
 * The org under the APIs: a schema, records in SQLite and the order of execution on each write.
 *
 * There is one table per sObject, named as its API name and with a column per stored field, plus `IsDeleted`. Calculated
 * fields have no column but SQL from `columnSql`; that of a compound address is computed, as the text of a JSON object.
 * Text compares without case.
 * Routes read with SQL through `database`, and write only by `write`, which may happen inside a savepoint of theirs.
 */
export interface Org {
  readonly id: string;
  readonly schema: Schema;
  /** What the metadata says of pages and of nothing else. */
  readonly pages: PageMetadata;
  /** What the metadata says of reports and dashboards. */
  readonly analytics: Analytics;
  /** When the metadata last changed; the time of the boot before any deployment. */
  readonly deployedAt: Date;
  readonly database: DatabaseSync;
  readonly clock: Clock;

  access(user: User): Access;
  /** An active user. */
  findUser(idOrUsername: string): User | undefined;
  /**
   * The record as stored, deleted ones left out unless asked for; undefined when there is none.
   *
   * Read `as` a user it is there only if it is shared with that user, and has its formula fields, which may look at who
   * asks.
   */
  findRecord(object: SObjectType, id: string, options?: { deleted?: boolean; as?: User }): StoredRecord | undefined;
  /** Whether the filter of a lookup lets a record with these values lead to the record found, as far as this user goes. */
  passesLookupFilter(user: User, lookup: { object: SObjectType; field: Field }, ends: LookupEnds): boolean;
  /** SQL of a field in a table of a query. Where it is a formula, the query runs within `reading`. */
  columnSql(object: SObjectType, field: Field, alias: string): string;
  /** Answers the formula fields of queries for this user while the work runs. */
  reading<Result>(user: User, work: () => Result): Result;
  /**
   * Writes in one transaction and answers per operation, in order. With `allOrNone`, one failure rolls all back and the
   * others answer `ALL_OR_NONE_OPERATION_ROLLED_BACK`; without, each failed record is rolled back by itself.
   *
   * The transaction is a savepoint: the composite API puts one of its own around several writes.
   */
  write(user: User, operations: WriteOperation[], options: { allOrNone: boolean }): SaveResult[];
  /** The change events of the last 72 hours. */
  readonly changeEvents: ChangeJournal;
  /** What flows have sent after the message with this id; everything there is after 0. */
  messagesSince(id: number): OutboxEntry[];
  /** Called after each transaction that changed something. */
  onChange(listener: () => void): void;
  /** The metadata that the org runs. */
  source(): SourceFiles;
  /** A folder with that metadata, until the next deployment: the one that the org was booted from before any. */
  sourceFolder(): string;
  /**
   * Runs other metadata from now on, and keeps all records; data of fields and objects that are gone goes with them.
   * With `checkOnly` nothing changes. Throws DeployError, and changes nothing, for metadata that the org cannot run.
   */
  deploy(source: SourceFiles, options: { checkOnly: boolean }): void;
  close(): void;
}
