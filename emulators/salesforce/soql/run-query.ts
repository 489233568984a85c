import type { User, SObjectType } from '../entities.ts';
import type { Org } from '../org.ts';
import { malformedQuery } from '../errors.ts';
import type { AnswerRecord } from './column-writer.ts';
import { countRecords, selectGroups } from './groups.ts';
import { parseSoql, type ParsedQuery } from './parse.ts';
import { noSuchType } from './positioned.ts';
import { selectRecords } from './records.ts';
import { Scope, type QueryContext } from './scope.ts';
import { isCount, isGrouped } from './select.ts';
import { asksForAccess, selectAccess } from './user-record-access.ts';

const HIGHEST_OFFSET = 2000;

/** Who asks, and how. */
export interface QueryOptions {
  user: User;
  /** Deleted records too, as queryAll. */
  includeDeleted: boolean;
  /** `/services/data/v66.0/sobjects`, for the records' own addresses. */
  sobjectsUrl: string;
  /** Makes the answer of one child relationship. */
  answerChildren(records: AnswerRecord[]): unknown;
}

/** All that a query found. `records` is empty for a bare COUNT(). */
export interface QueryResult {
  totalSize: number;
  records: AnswerRecord[];
}

/** Answers a SOQL query as the user may see it. What is not understood is refused, never left out. */
export function runQuery(org: Org, soql: string, options: QueryOptions): QueryResult {
  const parsed = parseSoql(soql);
  if (asksForAccess(parsed)) {
    const records = selectAccess(org, parsed);
    return { totalSize: records.length, records };
  }
  return queryTables(org, parsed, options);
}

/** What queries are asked of: the records of an org, or others that have a schema too. */
export type QueriedTables = Pick<Org, 'schema' | 'database' | 'clock' | 'access' | 'columnSql' | 'reading'>;

/** Answers a query of records that are kept in tables. */
export function queryTables(tables: QueriedTables, parsed: ParsedQuery, options: QueryOptions): QueryResult {
  const scope = createScope(tables, parsed, options);
  const { database } = tables;
  const { query } = parsed;
  refuseUnsupported(parsed);

  return tables.reading(options.user, () => {
    if (isCount(query)) return { totalSize: countRecords(database, scope, query), records: [] };
    const records = isGrouped(query)
      ? selectGroups(database, scope, query)
      : selectRecords({ database, ...options }, scope, query);
    return { totalSize: records.length, records };
  });
}

/** The scope of a query's outer SELECT. */
export function createScope(
  org: QueriedTables,
  { text, query }: ParsedQuery,
  { user, includeDeleted }: Pick<QueryOptions, 'user' | 'includeDeleted'>,
): Scope {
  const context = createContext(org, text, { user, includeDeleted });
  const object: SObjectType | undefined = org.schema.findObject(query.sObject);
  if (object === undefined || !context.access.mayRead(object)) throw noSuchType(text, query.sObject);
  return new Scope(context, object, query.sObjectAlias);
}

/** What the tables of one statement share; `text` is what errors point into. */
export function createContext(
  org: QueriedTables,
  text: string,
  { user, includeDeleted }: Pick<QueryOptions, 'user' | 'includeDeleted'>,
): QueryContext {
  let tables = 0;
  return {
    text,
    schema: org.schema,
    access: org.access(user),
    now: org.clock.now(),
    timeZone: user.timeZone ?? 'GMT',
    get fiscalYearStartMonth() {
      return fiscalYearStartMonth(org);
    },
    user,
    includeDeleted,
    columnSql: (object, field, alias) => org.columnSql(object, field, alias),
    nextAlias: () => `t${tables++}`,
  };
}

function fiscalYearStartMonth({ database }: QueriedTables): number {
  const row = database.prepare('SELECT FiscalYearStartMonth AS month FROM Organization LIMIT 1').get();
  return Number(row?.['month'] ?? 1);
}

/** Refuses what is SOQL and not served here. */
export function refuseUnsupported({ query, onlyInApex }: ParsedQuery): void {
  if (onlyInApex !== undefined) throw malformedQuery(onlyInApex);
  if (query.usingScope !== undefined && !['everything', 'mine'].includes(query.usingScope.toLowerCase())) {
    throw malformedQuery(`USING SCOPE ${query.usingScope} is not supported by this emulator`);
  }
  // Queries over the API always run in user mode, so the other two ask for what is done anyway.
  if (query.withAccessLevel?.toUpperCase() === 'SYSTEM_MODE') {
    throw malformedQuery('WITH SYSTEM_MODE is not supported by this emulator');
  }
  if (query.withDataCategory !== undefined)
    throw malformedQuery('WITH DATA CATEGORY is not supported by this emulator');
  if (query.for?.toUpperCase() === 'UPDATE') throw malformedQuery('FOR UPDATE not allowed in this context');
  if (query.update !== undefined) throw malformedQuery(`UPDATE ${query.update} is not supported by this emulator`);
  if ((query.offset ?? 0) > HIGHEST_OFFSET) throw malformedQuery('Maximum SOQL offset allowed is 2000');
}
