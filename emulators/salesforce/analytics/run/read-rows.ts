import type { DatabaseSync } from 'node:sqlite';
import { Columns, fragment, joined, run, whereOf, wrapped, type Fragment, type Row } from '../../soql/index.ts';
import { ReportForbidden } from '../errors.ts';
import type { Plan } from './plan-report.ts';
import type { RunField } from './run-field.ts';

/** Where a field's value and the name shown for it stand in a row. */
export interface Place {
  value: number;
  name: number | undefined;
}

/** The rows of a report in the order of its details. */
export interface Rows {
  rows: Row[];
  placeOf: (field: RunField) => Place;
  /** Where the id of each table of the report type stands. */
  ids: number[];
}

/** Asks for the rows of a plan in one statement; formula fields want it to run within `reading`. */
export function readRows(database: DatabaseSync, plan: Plan): Rows {
  const { fields, details, down, across, summaries, context, report } = plan;
  const columns = new Columns();
  const places = new Map<RunField, Place>();
  const ids = fields.scopes.map(({ alias }) => columns.add(`${alias}."Id"`));
  for (const field of [
    ...details,
    ...[...down, ...across].map((level) => level.field),
    ...summaries.columns.map(({ source }) => source),
  ]) {
    const name = field.nameSql === undefined ? undefined : columns.add(field.nameSql);
    places.set(field, { value: columns.add(field.sql), name });
  }
  const [base] = fields.scopes;
  const alive = base === undefined ? [] : [whereOf(base, undefined)];
  const conditions = joined(plan.where.sql === '' ? alive : [...alive, plan.where], ' AND ');
  const limit = report.rowLimit === null ? '' : ` LIMIT ${report.rowLimit}`;
  const statement = joined(
    [
      fragment(`SELECT ${columns.sql} FROM `),
      tablesOf(plan),
      wrapped(' WHERE ', conditions, ''),
      orderOf(plan),
      fragment(limit),
    ],
    '',
  );
  fields.rowFormulas.register(database, context.now);
  return {
    rows: run(database, statement),
    placeOf: (field) => places.get(field) ?? { value: -1, name: undefined },
    ids,
  };
}

/** The tables of the report type, each joined to the one before, with the parents that the fields need. */
function tablesOf({ type, fields, context }: Plan): Fragment {
  const parts = type.tables.map(({ object, join }, index): Fragment => {
    const scope = fields.scopes[index];
    const before = fields.scopes[index - 1];
    if (scope === undefined || !context.access.mayRead(object)) throw noAccess(object.name);
    if (join === undefined || before === undefined) return fragment(scope.from);
    if (!context.access.mayReadField(object, join.field)) throw noAccess(object.name);
    const kind = join.outerJoin ? 'LEFT' : 'INNER';
    const on = `${kind} JOIN "${object.name}" ${scope.alias} ON ${scope.alias}."${join.field.name}" = ${before.alias}."Id" AND `;
    return wrapped(on, whereOf(scope, undefined), ` ${scope.joins}`);
  });
  return joined(parts, ' ');
}

function noAccess(object: string): ReportForbidden {
  return new ReportForbidden(`You don’t have access to ${object}, which the report is about.`);
}

function orderOf({ sort, fields }: Plan): Fragment {
  const ids = fields.scopes.map(({ alias }) => `${alias}."Id"`);
  const sorted =
    sort === undefined
      ? []
      : [`${sort.field.nameSql ?? sort.field.sql} ${sort.descending ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`];
  return fragment(` ORDER BY ${[...sorted, ...ids].join(', ')}`);
}
