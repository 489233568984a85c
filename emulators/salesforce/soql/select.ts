import type { FieldType as SelectedField, FieldTypeOf, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Field, SObjectType } from '../entities.ts';
import { malformedQuery } from '../errors.ts';
import { distanceFunction } from './distance.ts';
import { aggregateFunction, columnOf, isAggregate, isOfGroups, notHere, refuseUnformatted } from './functions.ts';
import { misplacedField } from './positioned.ts';
import type { Column, Hop, Scope } from './scope.ts';

const MOST_ROWS_OF_ALL_FIELDS = 200;

/** One value of the answer, at its place in the record. */
export interface SelectedColumn {
  kind: 'column';
  column: Column;
  /** As written, for errors. */
  written: string;
  /** The label of the picklist value instead of the value, or the value as the user's locale writes it. */
  shown: 'value' | 'label' | 'formatted';
  /** The key in the answer, for what is not a field as it is. */
  key?: string;
}

export interface SelectedChildren {
  kind: 'children';
  subquery: Subquery;
}

/** TYPEOF: other fields for other objects. */
export interface SelectedTypeof {
  kind: 'typeof';
  hop: Hop;
  /** By object name. */
  branches: Map<string, SelectedColumn[]>;
  otherwise: SelectedColumn[] | undefined;
}

export type Selected = SelectedColumn | SelectedChildren | SelectedTypeof;

/** Whether a SELECT answers groups instead of records. */
export function isGrouped(query: Pick<Query, 'fields' | 'groupBy'>): boolean {
  if (query.groupBy !== undefined) return true;
  return (query.fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && isOfGroups(field));
}

/** Whether it is the bare `SELECT COUNT()`. */
export function isCount({ fields }: Pick<Query, 'fields'>): boolean {
  const [only, ...more] = fields ?? [];
  return (
    more.length === 0 &&
    only?.type === 'FieldFunctionExpression' &&
    only.functionName.toUpperCase() === 'COUNT' &&
    only.parameters.length === 0 &&
    only.alias === undefined
  );
}

/** The list behind SELECT, FIELDS() spread out. */
export function selectedOf(scope: Scope, query: Pick<Query, 'fields' | 'limit'>): Selected[] {
  let expressions = 0;
  const selected = (query.fields ?? []).flatMap((field) =>
    ofField(scope, field, query.limit, () => `expr${expressions++}`),
  );
  const seen = new Set<string>();
  for (const one of selected) {
    if (one.kind !== 'column') continue;
    const path = (one.key ?? pathOf(one.column)).toLowerCase();
    if (seen.has(path))
      throw misplacedField(scope.context.text, one.written, `duplicate field selected: ${one.written}`);
    seen.add(path);
  }
  return selected;
}

/** `Account.Name`, in canonical spelling. */
export function pathOf({ hops, field }: Column): string {
  return [...hops.map(({ name }) => name), field.name].join('.');
}

function ofField(
  scope: Scope,
  field: SelectedField,
  limit: number | undefined,
  nextExpression: () => string,
): Selected[] {
  switch (field.type) {
    case 'Field':
      if (field.alias !== undefined) throw malformedQuery('only aggregate expressions use field aliasing');
      return [column(scope, field.field)];
    case 'FieldRelationship':
      if ('alias' in field && !('objectPrefix' in field)) {
        throw malformedQuery('only aggregate expressions use field aliasing');
      }
      return [column(scope, [...field.relationships, field.field].join('.'))];
    case 'FieldSubquery':
      return [{ kind: 'children', subquery: field.subquery }];
    case 'FieldFunctionExpression':
      return ofCall(scope, field, limit, nextExpression);
    case 'FieldTypeof':
      return [selectTypeof(scope, field)];
  }
}

function ofCall(
  scope: Scope,
  call: Extract<SelectedField, { type: 'FieldFunctionExpression' }>,
  limit: number | undefined,
  nextExpression: () => string,
): SelectedColumn[] {
  const [parameter] = call.parameters;
  const written = typeof parameter === 'string' ? parameter : '';
  const named = call.alias === undefined ? {} : { key: call.alias };
  switch (call.functionName.toUpperCase()) {
    case 'FIELDS':
      return spread(scope, written, limit);
    case 'TOLABEL':
      return [{ kind: 'column', column: columnOf(scope, call), written, shown: 'label', ...named }];
    case 'FORMAT': {
      const found = columnOf(scope, call);
      refuseUnformatted(found.field);
      return [{ kind: 'column', column: found, written, shown: 'formatted', ...named }];
    }
    case 'DISTANCE': {
      const { sql, field } = distanceFunction(scope, call) ?? columnOf(scope, call);
      const key = call.alias ?? nextExpression();
      return [{ kind: 'column', column: { sql, field, hops: [] }, written, shown: 'value', key }];
    }
  }
  if (isAggregate(call)) aggregateFunction(scope, call);
  throw notHere(call);
}

function selectTypeof(scope: Scope, { field, conditions }: FieldTypeOf): SelectedTypeof {
  const hop = scope.polymorphic(field);
  const branches = new Map<string, SelectedColumn[]>();
  let otherwise: SelectedColumn[] | undefined;
  for (const { type, objectType, fieldList } of conditions) {
    if (type === 'ELSE') {
      otherwise = fieldList.map((path) => column(scope, `${field}.${path}`));
      continue;
    }
    const columns = fieldList.map((path): SelectedColumn => {
      const found = scope.columnOfType(hop, objectType ?? '', path);
      return { kind: 'column', column: found, written: path, shown: 'value' };
    });
    const name = scope.context.schema.findObject(objectType ?? '')?.name ?? '';
    if (branches.has(name)) throw malformedQuery(`duplicate type in TYPEOF: ${name}`);
    branches.set(name, columns);
  }
  return { kind: 'typeof', hop, branches, otherwise };
}

function column(scope: Scope, path: string): SelectedColumn {
  return { kind: 'column', column: scope.column(path), written: path, shown: 'value' };
}

function spread(scope: Scope, group: string, limit: number | undefined): SelectedColumn[] {
  const which = group.toUpperCase();
  if (which !== 'ALL' && which !== 'STANDARD' && which !== 'CUSTOM') {
    throw malformedQuery(`unexpected token: '${group}'`);
  }
  if (which !== 'STANDARD' && (limit === undefined || limit > MOST_ROWS_OF_ALL_FIELDS)) {
    throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS_OF_ALL_FIELDS}`);
  }
  return readableFields(scope)
    .filter((field) => which === 'ALL' || field.custom === (which === 'CUSTOM'))
    .map((field) => column(scope, field.name));
}

function readableFields({ object, context }: Scope): Field[] {
  return [...object.fields.values()].filter((field) => context.access.mayReadField(object, field));
}

/** The object under a child relationship name, with the lookup that leads up. */
export function childOf(scope: Scope, relationshipName: string): { object: SObjectType; field: Field } | undefined {
  const wanted = relationshipName.toLowerCase();
  return scope.context.schema
    .childRelationships(scope.object)
    .find(
      ({ object, field }) =>
        field.reference?.childRelationshipName?.toLowerCase() === wanted &&
        scope.context.access.mayRead(object) &&
        scope.context.access.mayReadField(object, field),
    );
}
