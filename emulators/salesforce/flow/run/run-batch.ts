import type { SaveResult } from '../../entities.ts';
import type { Next, Program } from '../elements/index.ts';
import { CustomErrors, FlowFault } from '../errors.ts';
import type { BulkAnswer, BulkRequest, Interview, Steps } from '../interview.ts';

/** How an interview ended, when it did not end well. */
export type Failure = FlowFault | CustomErrors;

interface Running {
  readonly steps: Steps<void>;
  request: BulkRequest | undefined;
  failure: Failure | undefined;
}

/**
 * Runs interviews of one flow side by side: each goes on until it needs the database, and what all of them want of one
 * element is done at once, as one query or one statement. Throws LimitFault, which ends them all.
 */
export function runBatch(
  program: Program,
  interviews: Interview[],
  from: Next = program.start,
): (Failure | undefined)[] {
  const [first] = interviews;
  if (first === undefined) return [];
  const running = interviews.map((interview): Running => {
    program.initialize(interview);
    return { steps: program.run(interview, from), request: undefined, failure: undefined };
  });
  for (const one of running) advance(one, () => one.steps.next());
  for (;;) {
    const waiting = running.filter(({ request }) => request !== undefined);
    const request = waiting[0]?.request;
    if (request === undefined) return running.map(({ failure }) => failure);
    const alike = waiting.filter(
      (one) => one.request?.element === request.element && one.request.kind === request.kind,
    );
    const answers = answer(
      first,
      alike.map((one) => one.request).filter((one) => one !== undefined),
    );
    for (const [index, one] of alike.entries()) {
      const given = answers[index];
      if (given !== undefined) advance(one, () => one.steps.next(given));
    }
  }
}

function advance(one: Running, step: () => IteratorResult<BulkRequest, void>): void {
  one.request = undefined;
  try {
    const result = step();
    if (result.done !== true) one.request = result.value;
  } catch (error) {
    if (!(error instanceof FlowFault) && !(error instanceof CustomErrors)) throw error;
    one.failure = error;
  }
}

function answer({ ports, transaction }: Interview, requests: BulkRequest[]): BulkAnswer[] {
  if (requests[0]?.kind === 'query') {
    transaction.countQuery();
    return requests.map((request) => {
      const records = request.kind === 'query' ? ports.query(request.query) : [];
      transaction.countQueryRows(records.length);
      return { records };
    });
  }
  const groups = requests.map((request) => (request.kind === 'write' ? request.operations : []));
  transaction.countWrite(groups.flat().length);
  const isEmpty = groups.every((group) => group.length === 0);
  const results: SaveResult[][] = isEmpty ? [] : transaction.within(() => ports.write(groups));
  return groups.map((_, index) => ({ results: results[index] ?? [] }));
}
