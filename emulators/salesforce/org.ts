import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../core/index.ts';
import type { SourceFiles } from './org-source/index.ts';
import type { Field, SaveResult, Schema, SObjectType, StoredRecord, User, WriteOperation } from './entities.ts';

/** What a user may do, from the profile and every permission set assigned. */
export interface Access {
  mayRead(object: SObjectType): boolean;
  mayCreate(object: SObjectType): boolean;
  mayEdit(object: SObjectType): boolean;
  mayDelete(object: SObjectType): boolean;
  mayReadField(object: SObjectType, field: Field): boolean;
  mayEditField(object: SObjectType, field: Field): boolean;
  hasCustomPermission(name: string): boolean;
}

/**
 * The org under the APIs: a schema, records in SQLite and the order of execution on each write.
 *
 * There is one table per sObject, named as its API name and with a column per stored field, plus `IsDeleted`. Calculated
 * fields have no column; that of a compound address is computed, as the text of a JSON object. Text compares without case.
 * Routes read with SQL through `database`, and write only by `write`, which may happen inside a savepoint of theirs.
 */
export interface Org {
  readonly id: string;
  readonly schema: Schema;
  readonly database: DatabaseSync;
  readonly clock: Clock;

  access(user: User): Access;
  /** An active user. */
  findUser(idOrUsername: string): User | undefined;
  /** The record as stored, deleted ones left out unless asked for; undefined when there is none. */
  findRecord(object: SObjectType, id: string, options?: { deleted?: boolean }): StoredRecord | undefined;
  /**
   * Writes in one transaction and answers per operation, in order. With `allOrNone`, one failure rolls all back and the
   * others answer `ALL_OR_NONE_OPERATION_ROLLED_BACK`; without, each failed record is rolled back by itself.
   *
   * The transaction is a savepoint: the composite API puts one of its own around several writes.
   */
  write(user: User, operations: WriteOperation[], options: { allOrNone: boolean }): SaveResult[];
  /** Called after each transaction that changed something. */
  onChange(listener: () => void): void;
  /** The metadata that the org runs. */
  source(): SourceFiles;
  /**
   * Runs other metadata from now on, and keeps all records; data of fields and objects that are gone goes with them.
   * With `checkOnly` nothing changes. Throws DeployError, and changes nothing, for metadata that the org cannot run.
   */
  deploy(source: SourceFiles, options: { checkOnly: boolean }): void;
  close(): void;
}
