import type { Field, Schema, SObjectType, StoredValue } from '../../entities.ts';
import { formulaFieldType } from '../../formula/index.ts';
import { FlowProblem, notAssigned } from '../errors.ts';
import { fromDatabase, type Interview } from '../interview.ts';
import { asScalar, isRecord, scalar, type FlowRecord, type FlowValue } from '../values/index.ts';
import type { Reference } from './scope.ts';

interface Hop {
  /** `AccountId` */
  lookup: string;
  parent: SObjectType;
}

/** Goes from a record to one of its fields, over any number of lookups. Throws FlowProblem when there is no such way. */
export function followPath(schema: Schema, root: Reference, path: string[]): Reference {
  if (path.length === 0) return root;
  const text = [root.text, ...path].join('.');
  if (root.type.of !== 'record' || root.type.isCollection) throw new FlowProblem(`${root.text} has no fields`);
  let object = root.type.object;
  const hops: Hop[] = [];
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    const field = isLast ? schema.findField(object, step) : undefined;
    if (field !== undefined) return toField(text, root, hops, object, field);
    const hop = findHop(schema, object, step);
    if (hop === undefined) throw new FlowProblem(`${text}: the object ${object.name} has no field ${step}`);
    hops.push(hop);
    object = hop.parent;
  }
  return {
    text,
    type: { of: 'record', object, isCollection: false },
    isLenient: true,
    ...inherited(root),
    read: (interview) => walk(text, root, hops, interview),
  };
}

function inherited({ isTrigger }: Reference): Pick<Reference, 'isTrigger'> {
  return isTrigger === undefined ? {} : { isTrigger };
}

function toField(text: string, root: Reference, hops: Hop[], object: SObjectType, field: Field): Reference {
  const type = formulaFieldType(field.type);
  if (type === undefined || type === 'location')
    throw new FlowProblem(`${text}: ${field.type} fields are not supported`);
  const { name } = field;
  return {
    text,
    type: scalar(type),
    ...inherited(root),
    read: (interview) => walk(text, root, hops, interview)?.values[name] ?? null,
    ...(hops.length === 0 && root.write !== undefined && isEditable(field)
      ? { write: (interview: Interview, value: FlowValue) => setField(root, object, name, asScalar(value), interview) }
      : {}),
  };
}

/** A record that a flow makes up may be given its id. */
function isEditable(field: Field): boolean {
  return field.createable || field.updateable || field.type === 'id';
}

/** A record variable that holds nothing yet becomes a record with its first field. */
function setField(root: Reference, object: SObjectType, name: string, value: StoredValue, interview: Interview): void {
  const record = root.read(interview);
  if (isRecord(record)) record.values[name] = value;
  else root.write?.(interview, { object, values: { [name]: value } });
}

/** The record at the end of the lookups, or null where one of them is empty. Throws FlowFault when there is none to begin with. */
function walk(text: string, root: Reference, hops: Hop[], interview: Interview): FlowRecord | null {
  const start = root.read(interview);
  if (!isRecord(start)) {
    if (root.isLenient === true) return null;
    throw notAssigned(text);
  }
  let record: FlowRecord | null = start;
  for (const { lookup, parent } of hops) {
    const id: StoredValue = record.values[lookup] ?? null;
    const stored = typeof id === 'string' ? interview.ports.find(parent, id) : undefined;
    if (stored === undefined) return null;
    record = fromDatabase(parent, stored);
  }
  return record;
}

/** `Account__r`, or `Owner:User` where the lookup has more than one target. */
function findHop(schema: Schema, object: SObjectType, step: string): Hop | undefined {
  const [name = '', target] = step.toLowerCase().split(':');
  const lookup = [...object.fields.values()].find(
    ({ reference }) => reference?.relationshipName?.toLowerCase() === name,
  );
  const targets = lookup?.reference?.to ?? [];
  const chosen = target === undefined ? targets[0] : targets.find((one) => one.toLowerCase() === target);
  const parent = chosen === undefined ? undefined : schema.findObject(chosen);
  if (lookup === undefined || parent === undefined) return undefined;
  if (target === undefined && targets.length > 1) {
    throw new FlowProblem(`${step}: expected the object of this lookup, as in ${step}:${targets[0] ?? ''}`);
  }
  return { lookup: lookup.name, parent };
}
