import { FlowProblem, notAssigned } from '../errors.ts';
import { asBefore, type Interview } from '../interview.ts';
import { compileInto, compileOperand, into, type Reference, type Scope } from '../resources/index.ts';
import type { ConditionSource, ValueSource } from '../source/index.ts';
import {
  asList,
  asScalar,
  compareScalars,
  describeType,
  familyOf,
  isList,
  isRecord,
  knowsOperator,
  sameItem,
  scalar,
  type FlowValue,
  type ScalarOperator,
} from '../values/index.ts';

export type Test = (interview: Interview) => boolean;

/** One condition of a decision, a start or a filter of a collection. Throws FlowProblem. */
export function compileCondition(scope: Scope, source: ConditionSource): Test {
  const { leftValueReference: left, operator, rightValue } = source;
  switch (operator) {
    case 'WasVisited':
    case 'HasError':
      return askElement(scope, left, operator, rightValue);
    case 'IsNull':
      return is(
        scope,
        rightValue,
        read(scope, left, (value) => value === null),
      );
    case 'IsBlank':
      return is(scope, rightValue, read(scope, left, isBlank));
    case 'IsEmpty':
      return is(
        scope,
        rightValue,
        read(scope, left, (value) => asList(value).length === 0),
      );
    case 'WasSet':
      return is(
        scope,
        rightValue,
        read(scope, left, (value) => value !== null && !isList(value) && !isRecord(value)),
      );
    case 'IsChanged':
      return is(scope, rightValue, isChanged(scope.resolve(left), scope));
    case 'In':
    case 'NotIn':
      return isAmong(scope, source, operator === 'In');
    default:
      return holdAgainst(scope, source, operator);
  }
}

/** Turns a question round when it is to be answered with false. */
function is(scope: Scope, expected: ValueSource | undefined, test: Test): Test {
  const wanted = compileInto(scope, expected, scalar('boolean'));
  return (interview) => test(interview) === (wanted(interview) === 1);
}

function read(scope: Scope, left: string, test: (value: FlowValue) => boolean): Test {
  const reference = scope.resolve(left);
  return (interview) => test(reference.read(interview));
}

function isBlank(value: FlowValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function askElement(
  scope: Scope,
  name: string,
  operator: 'WasVisited' | 'HasError',
  expected: ValueSource | undefined,
): Test {
  if (!scope.hasElement(name)) throw new FlowProblem(`there is no element ${name}`);
  const key = name.toLowerCase();
  return is(scope, expected, ({ visited, failed }) => (operator === 'WasVisited' ? visited : failed).has(key));
}

/** A new record has not changed. */
function isChanged(reference: Reference, { triggerType }: Scope): Test {
  const isSaved = triggerType === 'RecordBeforeSave' || triggerType === 'RecordAfterSave';
  if (reference.isTrigger !== true || !isSaved || reference.type.of === 'record') {
    throw new FlowProblem(`${reference.text}: expected a field of $Record, for only these are changed`);
  }
  return (interview) => {
    const prior = interview.trigger?.prior;
    if (prior === undefined) throw notAssigned('$Record__Prior');
    if (prior === null) return false;
    const [now, before] = [interview, asBefore(interview)].map((one) => asScalar(reference.read(one)));
    return !compareScalars('EqualTo', now ?? null, before ?? null);
  };
}

function isAmong(scope: Scope, { leftValueReference, rightValue }: ConditionSource, wanted: boolean): Test {
  const left = scope.resolve(leftValueReference);
  const right = compileOperand(scope, rightValue);
  const isFitting = right.type?.isCollection === true && !left.type.isCollection && right.type.of !== 'record';
  if (!isFitting || left.type.of === 'record') {
    throw new FlowProblem(`${left.text}: expected a single value, and a collection in which to look for it`);
  }
  const list = into(right, { ...left.type, isCollection: true });
  return (interview) => {
    const item = asScalar(left.read(interview));
    return asList(list(interview)).some((one) => sameItem(one, item)) === wanted;
  };
}

function holdAgainst(
  scope: Scope,
  { leftValueReference, rightValue }: ConditionSource,
  operator: ScalarOperator,
): Test {
  const left = scope.resolve(leftValueReference);
  const right = compileOperand(scope, rightValue);
  if (left.type.isCollection && operator === 'Contains' && left.type.of !== 'record') {
    const item = into(right, { ...left.type, isCollection: false });
    return (interview) => {
      const wanted = asScalar(item(interview));
      return asList(left.read(interview)).some((one) => sameItem(one, wanted));
    };
  }
  if (left.type.isCollection || !knowsOperator(familyOf(left.type), operator)) {
    throw new FlowProblem(`${operator} can't be used with ${left.text}, which is ${describeType(left.type)}`);
  }
  const expected = into(right, left.type);
  return (interview) => compareScalars(operator, asScalar(left.read(interview)), asScalar(expected(interview)));
}
