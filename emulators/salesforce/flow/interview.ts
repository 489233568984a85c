import type { SaveResult, SObjectType, StoredRecord, WriteOperation } from '../entities.ts';
import type { FlowPorts, RecordQuery } from './ports.ts';
import type { FlowTransaction } from './transaction.ts';
import { copyValues, type FlowItem, type FlowRecord, type FlowValue } from './values/index.ts';

/** One run of a flow, for one record. */
export interface Interview {
  readonly ports: FlowPorts;
  readonly transaction: FlowTransaction;
  /** The moment at which the flow was started. */
  readonly startedAt: Date;
  /** Absent in a flow that another one calls. */
  readonly trigger: Trigger | undefined;
  /** Of variables and of what elements put out, by name in lower case. */
  readonly values: Map<string, FlowValue>;
  readonly loops: Map<string, LoopState>;
  /** Outcomes of decisions, by name in lower case. */
  readonly outcomes: Map<string, boolean>;
  /** Elements that were run, and those of them that failed, by name in lower case. */
  readonly visited: Set<string>;
  readonly failed: Set<string>;
  faultMessage: string | null;
}

export interface Trigger {
  readonly record: FlowRecord;
  /** Null when the record is new; absent where the platform does not know it, on a path that runs later. */
  readonly prior: FlowRecord | null | undefined;
  readonly isNew: boolean;
}

export interface LoopState {
  readonly items: readonly FlowItem[];
  next: number;
}

/** What an interview asks of the database; it waits until the others of the batch ask the same. */
export type BulkRequest =
  | { readonly kind: 'query'; readonly element: object; readonly query: RecordQuery }
  | { readonly kind: 'write'; readonly element: object; readonly operations: WriteOperation[] };

export type BulkAnswer = { readonly records: StoredRecord[] } | { readonly results: SaveResult[] };

/** Work that may have to wait for the batch. */
export type Steps<Result> = Generator<BulkRequest, Result, BulkAnswer>;

/** What the fields of a trigger are read with, for a formula that asks for earlier values. */
export function asBefore(interview: Interview): Interview {
  const { trigger } = interview;
  if (trigger?.prior === undefined || trigger.prior === null) return interview;
  return { ...interview, trigger: { ...trigger, record: trigger.prior } };
}

export function startInterview(
  { ports, transaction }: Pick<Interview, 'ports' | 'transaction'>,
  trigger: Trigger | undefined,
): Interview {
  return {
    ports,
    transaction,
    startedAt: ports.now(),
    trigger,
    values: new Map(),
    loops: new Map(),
    outcomes: new Map(),
    visited: new Set(),
    failed: new Set(),
    faultMessage: null,
  };
}

/** A record as the database has it, which the flow may change. */
export function fromDatabase(object: SObjectType, stored: StoredRecord): FlowRecord {
  return { object, values: copyValues(stored), stored };
}
