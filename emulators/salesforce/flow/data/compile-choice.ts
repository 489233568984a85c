import type { Field, SObjectType, StoredValue } from '../../entities.ts';
import { parseLogic } from '../conditions/index.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type { FieldCondition, FieldOperator, RecordFilter } from '../ports.ts';
import { compileInto, compileOperand, into, type Scope } from '../resources/index.ts';
import type { FilterSource } from '../source/index.ts';
import { asList, asScalar, familyOf, scalar } from '../values/index.ts';
import { findField, toType } from './fields.ts';

/** Which records an element means. Throws FlowProblem. */
export function compileChoice(
  scope: Scope,
  object: SObjectType,
  { filterLogic, filters }: { filterLogic?: string | undefined; filters: FilterSource[] },
): (interview: Interview) => RecordFilter | undefined {
  if (filters.length === 0) return () => undefined;
  const logic = parseLogic(filterLogic ?? 'and', filters.length);
  const conditions = filters.map((filter) => compileFilter(scope, object, filter));
  return (interview) => ({ logic, conditions: conditions.map((condition) => condition(interview)) });
}

function compileFilter(
  scope: Scope,
  object: SObjectType,
  { field: name, operator, value }: FilterSource,
): (interview: Interview) => FieldCondition {
  const field = findField(scope, object, name);
  if (!isFilterable(field)) throw new FlowProblem(`${object.name}.${field.name} can't be filtered on`);
  const type = toType(field);
  switch (operator) {
    case 'IsChanged':
      throw new FlowProblem('IsChanged is known only where the flow starts');
    case 'IsNull': {
      const wanted = compileInto(scope, value, scalar('boolean'));
      return (interview) => ({ field, operator: wanted(interview) === 1 ? 'EqualTo' : 'NotEqualTo', value: null });
    }
    case 'In':
    case 'NotIn': {
      const operand = compileOperand(scope, value);
      if (operand.type?.isCollection !== true) throw new FlowProblem(`${operator}: expected a collection`);
      const list = into(operand, { ...type, isCollection: true });
      return (interview) => ({ field, operator, values: asList(list(interview)).map(asScalar) });
    }
    default: {
      requireKnown(field, operator);
      const read = compileInto(scope, value, type);
      return (interview) => ({ field, operator, value: toFilterValue(asScalar(read(interview))) });
    }
  }
}

/** The database knows no empty text. */
function toFilterValue(value: StoredValue): StoredValue {
  return value === '' ? null : value;
}

/** Long text can't be filtered on. */
function isFilterable(field: Field): boolean {
  return !(field.type === 'textarea' && field.length > 255);
}

function requireKnown(field: Field, operator: FieldOperator): void {
  const family = familyOf(toType(field));
  const isAboutText = operator === 'StartsWith' || operator === 'EndsWith' || operator === 'Contains';
  const isAboutOrder = !isAboutText && operator !== 'EqualTo' && operator !== 'NotEqualTo';
  if ((isAboutText && family !== 'text') || (isAboutOrder && family === 'boolean')) {
    throw new FlowProblem(`${operator} can't be used with ${field.name}, which is ${field.type}`);
  }
}
