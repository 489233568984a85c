import type { FieldType as SelectedField } from '@jetstreamapp/soql-parser-js';
import type { User } from '../entities.ts';
import { familyOf } from './literals.ts';
import { noSuchChild } from './positioned.ts';
import { parseSoql } from './parse.ts';
import { createScope, type QueriedTables } from './run-query.ts';
import { Scope, type Column } from './scope.ts';
import { childOf, isGrouped, selectedOf } from './select.ts';

interface ColumnMetadata {
  aggregate: boolean;
  apexType: string;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

/** What `query?columns=true` answers: the columns of the table that a client would print. */
export function describeColumns(org: QueriedTables, soql: string, user: User): unknown {
  const parsed = parseSoql(soql);
  const scope = createScope(org, parsed, { user, includeDeleted: false });
  const fields = parsed.query.fields ?? [];
  return {
    columnMetadata: isGrouped(parsed.query)
      ? fields.map((field, index) => groupColumn(field, index))
      : columnsOf(scope, fields, parsed.query.limit),
    entityName: scope.object.name,
    groupBy: parsed.query.groupBy !== undefined,
    idSelected: fields.some((field) => field.type === 'Field' && field.field.toLowerCase() === 'id'),
    keyPrefix: scope.object.keyPrefix,
  };
}

function columnsOf(scope: Scope, fields: SelectedField[], limit: number | undefined): ColumnMetadata[] {
  return selectedOf(scope, { fields, ...(limit === undefined ? {} : { limit }) }).map((selected) => {
    if (selected.kind === 'column') return nested(selected.column);
    if (selected.kind === 'typeof') return plain(selected.hop.name);
    const child = childOf(scope, selected.subquery.relationshipName);
    if (child === undefined) throw noSuchChild(scope.context.text, selected.subquery.relationshipName);
    const inner = new Scope(scope.context, child.object, selected.subquery.sObjectAlias);
    const name = child.field.reference?.childRelationshipName ?? '';
    return {
      ...plain(name),
      aggregate: true,
      joinColumns: columnsOf(inner, selected.subquery.fields ?? [], selected.subquery.limit),
    };
  });
}

function nested({ hops, field }: Column): ColumnMetadata {
  const family = familyOf(field);
  const leaf: ColumnMetadata = {
    ...plain(field.name),
    apexType: field.type,
    booleanType: family === 'boolean',
    custom: field.custom,
    insertable: field.createable,
    numberType: family === 'int' || family === 'double',
    textType: family === 'string',
    updatable: field.updateable,
  };
  return hops.reduceRight<ColumnMetadata>(
    (inner, hop) => ({ ...plain(hop.name), foreignKeyName: hop.name, joinColumns: [inner] }),
    leaf,
  );
}

function groupColumn(field: SelectedField, index: number): ColumnMetadata {
  if (field.type === 'Field') return plain(field.alias ?? field.field);
  if (field.type === 'FieldRelationship') return plain(field.field);
  if (field.type === 'FieldFunctionExpression') return { ...plain(field.alias ?? `expr${index}`), aggregate: true };
  return plain(`expr${index}`);
}

function plain(name: string): ColumnMetadata {
  return {
    aggregate: false,
    apexType: 'complexvalue',
    booleanType: false,
    columnName: name,
    custom: false,
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  };
}
