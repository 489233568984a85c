import { invalidArgument } from '../errors.ts';
import { toCamelCase, type ProtoType } from './proto.ts';

/** Which parts of a message are meant: a tree of field names; an empty one means the whole. */
export type FieldMask = ReadonlyMap<string, FieldMask>;

type MutableMask = Map<string, MutableMask>;

/** All of a message. */
export const EVERYTHING: FieldMask = new Map();

/**
 * Reads a mask such as `sheets(properties.title,data/rowData)` and refuses paths the message does not have.
 * https://developers.google.com/workspace/sheets/api/guides/field-masks
 */
export function parseFieldMask(text: string, type: ProtoType<unknown>): FieldMask {
  const root: MutableMask = new Map();
  const rest = readPaths(text.replaceAll(/\s/g, ''), root);
  if (rest !== '') throw badPath(text);
  if (root.has('*')) return EVERYTHING;
  refuseUnknown(root, type, '');
  return root;
}

function readPaths(text: string, into: MutableMask): string {
  let rest = text;
  for (;;) {
    rest = readPath(rest, into);
    if (!rest.startsWith(',')) return rest;
    rest = rest.slice(1);
  }
}

function readPath(text: string, into: MutableMask): string {
  const name = /^[A-Za-z0-9_*]+/.exec(text)?.[0];
  if (name === undefined) throw badPath(text);
  const key = toCamelCase(name);
  let child = into.get(key);
  // A path that was already given whole stays whole.
  const whole = child?.size === 0;
  child ??= new Map();
  into.set(key, child);
  const target = whole ? new Map<string, MutableMask>() : child;
  const rest = text.slice(name.length);
  if (rest.startsWith('.') || rest.startsWith('/')) return readPath(rest.slice(1), target);
  if (rest.startsWith('(')) {
    const after = readPaths(rest.slice(1), target);
    if (!after.startsWith(')')) throw badPath(text);
    return after.slice(1);
  }
  child.clear();
  return rest;
}

function refuseUnknown(mask: MutableMask, type: ProtoType<unknown>, parent: string): void {
  for (const [name, child] of mask) {
    const path = parent === '' ? name : `${parent}.${name}`;
    if (name === '*') {
      mask.clear();
      return;
    }
    const field = type.fields?.[name];
    if (field === undefined) throw badPath(path);
    if (child.size > 0) refuseUnknown(child, field, path);
  }
}

function badPath(path: string): Error {
  return invalidArgument('Request contains an invalid argument.', [
    {
      field: path,
      description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
    },
  ]);
}

/** Whether a mask asks for something at or below a path. */
export function wants(mask: FieldMask, ...path: string[]): boolean {
  let level = mask;
  for (const name of path) {
    if (level.size === 0) return true;
    const next = level.get(name);
    if (next === undefined) return false;
    level = next;
  }
  return true;
}

/** The mask below one field: everything, when the field is asked for whole. */
export function maskBelow(mask: FieldMask, ...path: string[]): FieldMask {
  let level = mask;
  for (const name of path) level = level.get(name) ?? EVERYTHING;
  return level;
}

/** The parts of an answer that a mask keeps. Messages left empty stay, as in Google's answers. */
export function keepFields(value: unknown, mask: FieldMask): unknown {
  if (mask.size === 0) return value;
  if (Array.isArray(value)) return value.map((one) => keepFields(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const below = mask.get(name);
    if (below !== undefined) kept[name] = keepFields(content, below);
  }
  return kept;
}

/** `target` with the masked fields as they are in `source`: what `source` lacks is cleared. */
export function applyFields<T extends object>(target: T, source: object, mask: FieldMask): T {
  if (mask.size === 0) return source as T;
  const result = { ...target } as Record<string, unknown>;
  for (const [name, below] of mask) {
    const given = (source as Record<string, unknown>)[name];
    const old = result[name];
    const next = below.size === 0 ? given : mergeBelow(old, given, below);
    if (next === undefined) Reflect.deleteProperty(result, name);
    else result[name] = next;
  }
  return result as T;
}

function mergeBelow(old: unknown, given: unknown, mask: FieldMask): unknown {
  const merged = applyFields(isMessage(old) ? old : {}, isMessage(given) ? given : {}, mask);
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function isMessage(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
