import type { Page } from '../cursors.ts';
import { describeObject, summaryOf } from '../describe/index.ts';
import type { SObjectType } from '../entities.ts';
import { insufficientAccess, invalidQueryLocator, malformedQuery, noSuchRecord, notFound } from '../errors.ts';
import { baseOf, ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { describeColumns, parseSoql, queryTables, type AnswerRecord, type QueriedTables } from '../soql/index.ts';
import { isMadeUp, withLimitations } from './limitations.ts';
import { toolingTables } from './tooling-tables.ts';

const PAGE_SIZE = 2000;
/** What records that are made up for each query have instead of an id. */
const NO_ID = '000000000000000AAA';

/**
 * The Tooling API, to read metadata as records. Only an administrator may.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
 */
export function toolingEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/tooling', answer: resources },
    { method: 'GET', path: '/tooling/query', answer: answerQuery },
    { method: 'GET', path: '/tooling/query/:locator', answer: nextPage },
    { method: 'GET', path: '/tooling/sobjects', answer: describeGlobal },
    { method: 'GET', path: '/tooling/sobjects/:type', answer: basics },
    { method: 'GET', path: '/tooling/sobjects/:type/describe', answer: describe },
    { method: 'GET', path: '/tooling/sobjects/:type/:id', answer: row },
  ];
}

function tablesFor({ platform: { org }, user }: Call): QueriedTables {
  if (user.profile !== 'System Administrator') {
    throw insufficientAccess('use of the Tooling API by others than administrators is not supported by this emulator');
  }
  return toolingTables(org);
}

function toolingBase(call: Call): string {
  return `${baseOf(call)}/tooling`;
}

function resources(call: Call): Answer {
  const base = toolingBase(call);
  return ok({ query: `${base}/query`, sobjects: `${base}/sobjects` });
}

function answerQuery(call: Call): Answer {
  const soql = call.query['q'];
  if (soql === undefined) throw malformedQuery('A query string has to be specified');
  if (call.query['columns'] === 'true') return ok(describeColumns(tablesFor(call), soql, call.user));
  const found = select(call, soql);
  return ok(toAnswer(call, call.platform.cursors.open(call.user.id, found.records, PAGE_SIZE)));
}

function select(call: Call, soql: string): { records: AnswerRecord[]; totalSize: number } {
  const tables = tablesFor(call);
  const answer = queryTables(tables, withLimitations(parseSoql(soql)), {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: `${toolingBase(call)}/sobjects`,
    answerChildren: (records) => toAnswer(call, { records, totalSize: records.length }),
  });
  for (const record of answer.records) {
    if ('Id' in record && isMadeUp(typeOf(record))) record['Id'] = NO_ID;
  }
  return answer;
}

function nextPage(call: Call): Answer {
  const [, locator, offset] = /^(01g\w+)-(\d+)$/.exec(param(call, 'locator')) ?? [];
  const page =
    locator === undefined ? undefined : call.platform.cursors.page(call.user.id, locator, Number(offset), PAGE_SIZE);
  if (page === undefined) throw invalidQueryLocator();
  return ok(toAnswer(call, page));
}

/** More is told than in other queries: how many records there are in this page, and of what. */
function toAnswer(call: Call, { totalSize, records, next }: Page) {
  const [first] = records;
  return {
    size: records.length,
    totalSize,
    done: next === undefined,
    ...(next !== undefined && { nextRecordsUrl: `${toolingBase(call)}/query/${next}` }),
    queryLocator: next ?? null,
    entityTypeName: first === undefined ? null : typeOf(first),
    records,
  };
}

function typeOf({ attributes }: AnswerRecord): string {
  return (attributes as { type: string }).type;
}

function describeGlobal(call: Call): Answer {
  const { schema, access } = tablesFor(call);
  return ok({
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: [...schema.objects.values()]
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((object) => summaryOf(object, access(call.user), toolingBase(call))),
  });
}

function objectOf(call: Call): SObjectType {
  const object = tablesFor(call).schema.findObject(param(call, 'type'));
  if (object === undefined) throw notFound();
  return object;
}

function basics(call: Call): Answer {
  const object = objectOf(call);
  const { access } = tablesFor(call);
  return ok({ objectDescribe: summaryOf(object, access(call.user), toolingBase(call)), recentItems: [] });
}

function describe(call: Call): Answer {
  return ok(describeObject(tablesFor(call), call.user, objectOf(call), toolingBase(call)));
}

function row(call: Call): Answer {
  const object = objectOf(call);
  const fields = call.query['fields'] ?? [...object.fields.keys()].join(',');
  const id = param(call, 'id');
  const quoted = id.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const [record] = select(call, `SELECT ${fields} FROM ${object.name} WHERE Id = '${quoted}'`).records;
  if (record === undefined) throw noSuchRecord(id);
  return ok(record);
}
