import type { Field, SObjectType } from '../entities.ts';
import { invalidField } from '../errors.ts';
import type { Call } from '../routes/endpoint.ts';

/** The fields wanted of one record, and of the records its lookups point at. */
export interface FieldTree {
  fields: Map<string, Field>;
  /** Relationship name → the lookup and what is wanted behind it. */
  parents: Map<string, { lookup: Field; paths: string[] }>;
}

/**
 * Sorts `Opportunity.Name`, `Opportunity.Account.Name` for one object. A field that is not there or not readable is
 * INVALID_FIELD, and is left out when it was optional.
 */
export function toFieldTree(call: Call, object: SObjectType, paths: string[], optional: string[]): FieldTree {
  const tree: FieldTree = { fields: new Map(), parents: new Map() };
  for (const path of paths) {
    if (!add(call, object, withoutObject(object, path), tree)) throw noSuchField(object, path);
  }
  for (const path of optional) add(call, object, withoutObject(object, path), tree);
  return tree;
}

/** Every field that the caller may read. */
export function allFields(call: Call, object: SObjectType): FieldTree {
  const readable = [...object.fields.values()].filter((field) => call.access.mayReadField(object, field));
  return { fields: new Map(readable.map((field) => [field.name, field])), parents: new Map() };
}

function add(call: Call, object: SObjectType, [name = '', ...rest]: string[], tree: FieldTree): boolean {
  if (rest.length === 0) {
    const field = call.platform.org.schema.findField(object, name);
    if (field === undefined || !call.access.mayReadField(object, field)) return false;
    tree.fields.set(field.name, field);
    return true;
  }
  const lookup = lookupNamed(object, name);
  if (lookup === undefined || !call.access.mayReadField(object, lookup)) return false;
  if (!parentsOf(call, lookup).some((parent) => isReadable(call, parent, rest))) return false;
  const key = lookup.reference?.relationshipName ?? name;
  const known = tree.parents.get(key) ?? { lookup, paths: [] };
  known.paths.push(rest.join('.'));
  tree.parents.set(key, known);
  return true;
}

function isReadable(call: Call, object: SObjectType, names: string[]): boolean {
  return add(call, object, names, { fields: new Map(), parents: new Map() });
}

function parentsOf(call: Call, lookup: Field): SObjectType[] {
  return (lookup.reference?.to ?? [])
    .map((name) => call.platform.org.schema.findObject(name))
    .filter((object) => object !== undefined)
    .filter((object) => call.access.mayRead(object));
}

function lookupNamed(object: SObjectType, relationshipName: string): Field | undefined {
  for (const field of object.fields.values()) {
    if (field.reference?.relationshipName?.toLowerCase() === relationshipName.toLowerCase()) return field;
  }
  return undefined;
}

function withoutObject(object: SObjectType, path: string): string[] {
  const names = path.split('.');
  return names.length > 1 && names[0]?.toLowerCase() === object.name.toLowerCase() ? names.slice(1) : names;
}

function noSuchField(object: SObjectType, path: string): Error {
  const name = path.split('.').at(-1) ?? path;
  return invalidField(
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
