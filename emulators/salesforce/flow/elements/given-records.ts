import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type { Reference, Scope } from '../resources/index.ts';
import { asList, isRecord, type FlowRecord, type RecordType } from '../values/index.ts';

/** The records that an element is given by reference. Throws FlowProblem when it is none. */
export function compileGivenRecords(
  scope: Scope,
  reference: string,
): { given: Reference; type: RecordType; read: (interview: Interview) => FlowRecord[] } {
  const given = scope.resolve(reference);
  if (given.type.of !== 'record') throw new FlowProblem(`${reference}: expected a record or a collection of records`);
  return { given, type: given.type, read: (interview) => asList(given.read(interview)).filter(isRecord) };
}

/** What a record was given since it was read; all of it when the flow made it up. */
export function changedValues({ values, stored }: FlowRecord): FlowRecord['values'] {
  const changed = Object.entries(values).filter(
    ([name, value]) => name !== 'Id' && (stored === undefined || value !== (stored[name] ?? null)),
  );
  return Object.fromEntries(changed);
}
