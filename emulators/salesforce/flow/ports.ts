import type { Field, SaveResult, Schema, SObjectType, StoredRecord, StoredValue, WriteOperation } from '../entities.ts';
import type { FormulaFieldType } from '../formula/index.ts';
import type { Logic } from './conditions/index.ts';
import type { ScalarOperator } from './values/index.ts';

/** What exists when a flow is compiled. */
export interface FlowEnvironment {
  readonly schema: Schema;
  /**
   * The type of a global such as `['$User', 'Email']`, `['$Label', 'Welcome']` or `['$Permission', 'Decide']`, or
   * undefined when there is none. `$Record`, `$Flow` and `$GlobalConstant` are never asked for.
   */
  typeOfGlobal(path: string[]): FormulaFieldType | undefined;
  /** Whether there is an e-mail alert of this name, `Project__c.Tell`. */
  hasEmailAlert(name: string): boolean;
}

/** What a running flow works on. All of it belongs to the transaction of the save, and is undone with it. */
export interface FlowPorts {
  now(): Date;
  /** Of the user who saves, `Europe/Paris`. */
  readonly timeZone: string;
  /** The value of a global for the user who saves. */
  valueOfGlobal(path: string[]): StoredValue;
  /** The record with this id, unless it is deleted; when one field is asked for, others may be missing. */
  find(object: SObjectType, id: string, only?: Field): StoredRecord | undefined;
  /** Records that are not deleted, and are not to be changed; `toSql` says the same to SQLite. */
  query(query: RecordQuery): StoredRecord[];
  /**
   * Writes in system mode, each group all or none and whatever becomes of the others, and answers group by group. The
   * flows of the records that are written run within, and are given the same `FlowTransaction`.
   */
  write(groups: WriteOperation[][]): SaveResult[][];
  readonly outbox: Outbox;
  readonly schedule: PathSchedule;
}

export interface RecordQuery {
  readonly object: SObjectType;
  /** Every record when absent. */
  readonly where?: RecordFilter;
  readonly order?: { field: Field; descending: boolean };
  readonly limit?: number;
}

/** Conditions on the fields of one record, and how they are joined. */
export interface RecordFilter {
  readonly conditions: readonly FieldCondition[];
  readonly logic: Logic;
}

export type FieldCondition =
  | { readonly field: Field; readonly operator: FieldOperator; readonly value: StoredValue }
  | { readonly field: Field; readonly operator: 'In' | 'NotIn'; readonly values: readonly StoredValue[] };

/** What a database filter may ask of one field: the same as a decision of two values. */
export type FieldOperator = ScalarOperator;

/** Where messages wait for the transaction to be committed. */
export interface Outbox {
  notify(notification: CustomNotification): void;
  sendEmail(email: FlowEmail): void;
  post(post: ChatterPost): void;
  /** Sends an e-mail alert about a record. Throws FlowFault when there is no such record. */
  sendAlert(name: string, recordId: string): void;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_custom_notification.htm */
export interface CustomNotification {
  customNotifTypeId: string;
  /** Ids of users, groups, queues, accounts or opportunities, 500 at most. */
  recipientIds: string[];
  title: string;
  body: string;
  senderId: string | null;
  /** One of the two is there. */
  targetId: string | null;
  targetPageRef: string | null;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_email_simple.htm */
export interface FlowEmail {
  to: string[];
  cc: string[];
  bcc: string[];
  /** A contact, lead or user who gets it too. */
  recipientId: string | null;
  relatedRecordId: string | null;
  subject: string;
  body: string;
  isRichText: boolean;
  senderType: string | null;
  senderAddress: string | null;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_chatter_post.htm */
export interface ChatterPost {
  text: string;
  /** Id of a record, user or group, or the name of one of the latter two. */
  subjectNameOrId: string;
  /** `User` or `Group` when the subject is given by name. */
  type: string | null;
  communityId: string | null;
  visibility: string | null;
}

/** A scheduled path that waits for its time. */
export interface PlannedPath {
  flow: string;
  path: string;
  object: string;
  recordId: string;
  at: Date;
  /** What `$Record__Prior` is on a path that runs right after the commit. */
  prior?: StoredRecord;
}

/** The paths that wait, at most one for each flow, path and record. */
export interface PathSchedule {
  /** Adds the path, or moves the one that waits. */
  plan(path: PlannedPath): void;
  drop(flow: string, path: string, recordId: string): void;
  isPlanned(flow: string, path: string, recordId: string): boolean;
}
