import type { IngestOperation, Outcome } from '../bulk/index.ts';
import type { User } from '../entities.ts';
import type { AnswerRecord } from '../soql/index.ts';

export const CONTENT_TYPES = ['CSV', 'JSON', 'XML'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export const QUERIES = ['query', 'queryAll'] as const;
export type QueryOperation = (typeof QUERIES)[number];

/** A job of Bulk API 1.0: it holds batches, and takes more of them while it is open. */
export interface AsyncJob {
  id: string;
  user: User;
  /** `66.0` */
  version: string;
  operation: IngestOperation | QueryOperation;
  object: string;
  externalIdFieldName?: string;
  concurrencyMode: 'Parallel' | 'Serial';
  contentType: ContentType;
  state: 'Open' | 'Closed' | 'Aborted';
  createdAt: Date;
  changedAt: Date;
  /** What change events say of who made the changes. */
  origin: string;
  batches: AsyncBatch[];
}

export interface AsyncBatch {
  id: string;
  /** As it was sent. */
  content: Buffer;
  state: 'Queued' | 'InProgress' | 'Completed' | 'Failed' | 'NotProcessed';
  /** Why it failed. */
  stateMessage?: string;
  createdAt: Date;
  changedAt: Date;
  /** One for each row that was processed, in order. */
  outcomes: Outcome[];
  /** Milliseconds. */
  processingTime: number;
  /** Of a query. */
  result?: QueryResult;
}

export interface QueryResult {
  /** Of 15 characters. */
  id: string;
  /** `Account.Name`, in order. */
  columns: string[];
  records: AnswerRecord[];
}

/** Whether a job reads. */
export function isQuery(operation: AsyncJob['operation']): operation is QueryOperation {
  return operation === 'query' || operation === 'queryAll';
}
