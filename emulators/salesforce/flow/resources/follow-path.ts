import type { Field, Schema, SObjectType, StoredRecord, StoredValue } from '../../entities.ts';
import { formulaFieldType } from '../../formula/index.ts';
import { FlowProblem, notAssigned } from '../errors.ts';
import { fromDatabase, type Interview } from '../interview.ts';
import { asScalar, isRecord, scalar, type FlowRecord, type FlowValue } from '../values/index.ts';
import type { Reference } from './scope.ts';

interface Hop {
  /** `AccountId` */
  lookup: Field;
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
    read: (interview) => readField(text, root, hops, field, interview),
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
  const start = startOf(text, root, interview);
  const last = hops.at(-1);
  if (start === null || last === undefined) return start;
  const id = follow(start, hops.slice(0, -1), last.lookup, interview);
  const stored = typeof id === 'string' ? interview.ports.find(last.parent, id) : undefined;
  return stored === undefined ? null : fromDatabase(last.parent, stored);
}

/** A field of the record at the end of the lookups. Throws FlowFault as `walk` does. */
function readField(text: string, root: Reference, hops: Hop[], field: Field, interview: Interview): StoredValue {
  const start = startOf(text, root, interview);
  return start === null ? null : follow(start, hops, field, interview);
}

function startOf(text: string, root: Reference, interview: Interview): FlowRecord | null {
  const start = root.read(interview);
  if (isRecord(start)) return start;
  if (root.isLenient === true) return null;
  throw notAssigned(text);
}

/** Of each record on the way only what is read of it. */
function follow(start: FlowRecord, hops: Hop[], field: Field, interview: Interview): StoredValue {
  let values: StoredRecord = start.values;
  for (const [index, { lookup, parent }] of hops.entries()) {
    const id = values[lookup.name];
    const next = hops[index + 1]?.lookup ?? field;
    const stored = typeof id === 'string' ? interview.ports.find(parent, id, next) : undefined;
    if (stored === undefined) return null;
    values = stored;
  }
  return values[field.name] ?? null;
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
  return { lookup, parent };
}
