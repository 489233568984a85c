import type { RecordError, SaveResult, StoredRecord, WriteOperation } from '../../entities.ts';
import { failedRecords, type RecordWork } from '../errors.ts';
import type { Interview, Steps } from '../interview.ts';
import type { RecordQuery } from '../ports.ts';

/** The name of the element that comes next; the path ends without one. */
export type Next = string | undefined;

/** One element of a compiled flow. */
export interface Element {
  readonly name: string;
  /** Every element it may lead to, its fault path included. */
  readonly targets: readonly string[];
  readonly faultConnector?: string;
  /** Throws FlowFault, LimitFault or CustomErrors. */
  run(interview: Interview): Steps<Next>;
}

/** An element that never waits for the database. */
export function immediate(
  name: string,
  connectors: (string | undefined)[],
  work: (interview: Interview) => Next,
): Element {
  return {
    name,
    targets: present(connectors),
    *run(interview) {
      return work(interview);
    },
  };
}

/** An element that works on records and may have a fault path. */
export function dataElement(
  {
    name,
    connector,
    faultConnector,
  }: { name: string; connector?: string | undefined; faultConnector?: string | undefined },
  work: (interview: Interview, element: object) => Steps<void>,
): Element {
  const element: Element = {
    name,
    targets: present([connector, faultConnector]),
    ...(faultConnector === undefined ? {} : { faultConnector }),
    *run(interview) {
      yield* work(interview, element);
      return connector;
    },
  };
  return element;
}

function present(connectors: (string | undefined)[]): string[] {
  return connectors.filter((target) => target !== undefined);
}

export function* queryRecords(element: object, query: RecordQuery): Steps<StoredRecord[]> {
  const answer = yield { kind: 'query', element, query };
  if ('records' in answer) return answer.records;
  throw new Error('A query is answered with records.');
}

/** Writes all or none; nothing to write is a statement too. Throws FlowFault with the first failure. */
export function* writeRecords(element: object, work: RecordWork, operations: WriteOperation[]): Steps<SaveResult[]> {
  const answer = yield { kind: 'write', element, operations };
  if (!('results' in answer)) throw new Error('A write is answered with results.');
  const error = firstError(answer.results);
  if (error !== undefined) throw failedRecords(work, error);
  return answer.results;
}

/** The cause, and not that others were rolled back because of it. */
function firstError(results: SaveResult[]): RecordError | undefined {
  const errors = results.flatMap((result) => result.errors);
  return errors.find(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK') ?? errors[0];
}
