import { dayIn } from '../../time-zone.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import { notAssigned } from '../errors.ts';
import { scalar, type FlowValue, type ScalarType } from '../values/index.ts';
import { followPath } from './follow-path.ts';
import type { Reference, Scope } from './scope.ts';

type Reader = [ScalarType, (interview: Interview) => FlowValue];

const FLOW: Record<string, Reader> = {
  currentdate: ['date', ({ ports }) => dayIn(ports.timeZone, ports.now().getTime())],
  currentdatetime: ['datetime', ({ ports }) => ports.now().toISOString()],
  interviewstarttime: ['datetime', ({ startedAt }) => startedAt.toISOString()],
  faultmessage: ['text', ({ faultMessage }) => faultMessage],
};

const CONSTANTS: Record<string, Reader> = {
  true: ['boolean', () => 1],
  false: ['boolean', () => 0],
  emptystring: ['text', () => ''],
};

const SYSTEM: Record<string, Reader> = { origindatetime: ['datetime', () => '1900-01-01T00:00:00.000Z'] };

/** What a reference that begins with a dollar sign means. Throws FlowProblem when it means nothing. */
export function builtIn(scope: Scope, text: string, name: string, path: string[]): Reference {
  switch (name.toLowerCase()) {
    case '$record':
      return followPath(scope.schema, triggeringRecord(scope), path);
    case '$record__prior':
      return followPath(scope.schema, priorRecord(scope), path);
    case '$flow':
      return fromTable(FLOW, text, path);
    case '$globalconstant':
      return fromTable(CONSTANTS, text, path);
    case '$system':
      return fromTable(SYSTEM, text, path);
    default:
      return globalValue(scope, text, [name, ...path]);
  }
}

function triggeringRecord({ trigger, triggerType }: Scope): Reference {
  if (trigger === undefined) throw new FlowProblem('$Record exists only in a flow that a record triggers');
  return {
    text: '$Record',
    type: trigger,
    isTrigger: true,
    read: (interview) => interview.trigger?.record ?? null,
    // There is only ever one, and its fields are what is assigned; a record being deleted takes none.
    ...(triggerType === 'RecordBeforeDelete' ? {} : { write: refuseWhole }),
  };
}

function refuseWhole(): never {
  throw new Error('$Record is not assigned as a whole, and compiling refuses it');
}

function priorRecord({ trigger, triggerType }: Scope): Reference {
  if (trigger === undefined || triggerType === 'RecordBeforeDelete' || triggerType === 'Scheduled') {
    throw new FlowProblem('$Record__Prior exists only in a flow that a created or updated record triggers');
  }
  return {
    text: '$Record__Prior',
    type: trigger,
    isLenient: true,
    read: (interview) => {
      const prior = interview.trigger?.prior;
      if (prior === undefined) throw notAssigned('$Record__Prior');
      return prior;
    },
  };
}

function fromTable(table: Record<string, Reader>, text: string, path: string[]): Reference {
  const [key = '', ...rest] = path;
  const found = rest.length > 0 ? undefined : table[key.toLowerCase()];
  if (found === undefined) throw new FlowProblem(`there is no ${text}, or it is not supported`);
  return { text, type: scalar(found[0]), read: found[1] };
}

function globalValue({ environment }: Scope, text: string, path: string[]): Reference {
  const type = environment.typeOfGlobal(path);
  if (type === undefined || type === 'location') throw new FlowProblem(`there is no ${text}, or it is not supported`);
  return { text, type: scalar(type), read: ({ ports }) => ports.valueOfGlobal(path) };
}
