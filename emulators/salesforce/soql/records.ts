import type { DatabaseSync } from 'node:sqlite';
import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { attributesOf, columnWriter, typeofWriter, type AnswerRecord } from './column-writer.ts';
import { quoted, type Fragment } from './fragment.ts';
import { orderOf } from './order.ts';
import { noSuchChild } from './positioned.ts';
import { Scope } from './scope.ts';
import { childOf, selectedOf } from './select.ts';
import { Columns, run, selectPerParent, selectStatement } from './statement.ts';
import { filterOf, whereOf } from './where.ts';

/** Where and how a query of records is answered. */
export interface Answering {
  database: DatabaseSync;
  /** `/services/data/v66.0/sobjects` */
  sobjectsUrl: string;
  /** Makes the answer of one child relationship, which may be more than a page. */
  answerChildren(records: AnswerRecord[]): unknown;
}

interface Found {
  record: AnswerRecord;
  id: string;
  parentId: string | undefined;
}

/** Runs a SELECT of records and answers all of them in order. */
export function selectRecords(answering: Answering, scope: Scope, query: Query): AnswerRecord[] {
  return select(answering, scope, query).map(({ record }) => record);
}

function select(
  answering: Answering,
  scope: Scope,
  query: Query | Subquery,
  under?: { foreignKey: string; parents: string[] },
): Found[] {
  const { database, sobjectsUrl } = answering;
  const columns = new Columns();
  const idColumn = columns.add(`${scope.alias}."Id"`);
  const parentSql = under === undefined ? undefined : `${scope.alias}.${quoted(under.foreignKey)}`;
  const parentColumn = parentSql === undefined ? undefined : columns.add(parentSql);

  const steps = selectedOf(scope, query).map((selected) => {
    if (selected.kind !== 'children') {
      const write =
        selected.kind === 'column'
          ? columnWriter(scope, columns, selected, sobjectsUrl)
          : typeofWriter(scope, columns, selected, sobjectsUrl);
      return (found: Found[], rows: ReturnType<typeof run>) =>
        found.forEach(({ record }, index) => write(record, rows[index] ?? []));
    }
    return (found: Found[]) => addChildren(answering, scope, selected.subquery, found);
  });

  const order = orderOf(scope, query.orderBy, undefined, `${scope.alias}."Id"`);
  const where = 'usingScope' in query ? filterOf(scope, query) : whereOf(scope, query.where);
  const { limit, offset } = query;
  const rows = run(
    database,
    under === undefined || parentSql === undefined
      ? selectStatement({ columns, from: scope.from, where, order, limit, offset })
      : selectPerParent(
          { columns, from: scope.from, where: below(parentSql, under.parents, where), order, limit, offset },
          parentSql,
        ),
  );

  const found = rows.map((row): Found => {
    const id = String(row[idColumn]);
    const record = { attributes: attributesOf(scope.object.name, id, sobjectsUrl) };
    return { record, id, parentId: parentColumn === undefined ? undefined : String(row[parentColumn]) };
  });
  for (const step of steps) step(found, rows);
  return found;
}

function addChildren(answering: Answering, scope: Scope, subquery: Subquery, parents: Found[]): void {
  const child = childOf(scope, subquery.relationshipName);
  if (child === undefined) throw noSuchChild(scope.context.text, subquery.relationshipName);
  const inner = new Scope(scope.context, child.object, subquery.sObjectAlias);
  const under = { foreignKey: child.field.name, parents: parents.map(({ id }) => id) };
  const byParent = Map.groupBy(select(answering, inner, subquery, under), ({ parentId }) => parentId);
  const name = child.field.reference?.childRelationshipName ?? subquery.relationshipName;
  for (const { record, id } of parents) {
    const children = byParent.get(id);
    record[name] = children === undefined ? null : answering.answerChildren(children.map((one) => one.record));
  }
}

// The ids travel as one JSON value: a list of question marks would be too long for many parents.
function below(parentSql: string, parents: string[], where: Fragment): Fragment {
  return {
    sql: `${parentSql} IN (SELECT value FROM json_each(?)) AND ${where.sql}`,
    values: [JSON.stringify(parents), ...where.values],
  };
}
