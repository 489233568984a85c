import type { Field, SObjectType, StoredValue } from '../../entities.ts';
import { formulaFieldType } from '../../formula/index.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import { compileInto, type Scope } from '../resources/index.ts';
import type { FieldAssignmentSource } from '../source/index.ts';
import { asScalar, scalar, type FlowType } from '../values/index.ts';

/** Throws FlowProblem when there is none. */
export function findObject({ schema }: Scope, name: string | undefined): SObjectType {
  const object = name === undefined ? undefined : schema.findObject(name);
  if (object === undefined) throw new FlowProblem(`there is no object ${name ?? ''}`.trimEnd());
  return object;
}

/** Throws FlowProblem when there is none. */
export function findField({ schema }: Scope, object: SObjectType, name: string): Field {
  const field = schema.findField(object, name);
  if (field === undefined) throw new FlowProblem(`the object ${object.name} has no field ${name}`);
  return field;
}

export function toType(field: Field): FlowType {
  const type = formulaFieldType(field.type);
  if (type === undefined || type === 'location') throw new FlowProblem(`${field.type} fields are not supported`);
  return scalar(type);
}

/** The values that an element gives to fields. Throws FlowProblem for a field that can't be given one. */
export function compileFieldValues(
  scope: Scope,
  object: SObjectType,
  assignments: FieldAssignmentSource[],
  use: 'createable' | 'updateable',
): (interview: Interview) => Record<string, StoredValue> {
  const values = assignments.map(({ field: name, value }) => {
    const field = findField(scope, object, name);
    if (!field[use]) throw new FlowProblem(`${object.name}.${field.name} is not ${use}`);
    return { name: field.name, read: compileInto(scope, value, toType(field)) };
  });
  return (interview) => Object.fromEntries(values.map(({ name, read }) => [name, asScalar(read(interview))]));
}
