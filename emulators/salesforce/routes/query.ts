import type { Page } from '../cursors.ts';
import { invalidQueryLocator, malformedQuery, unsupported } from '../errors.ts';
import { describeColumns, runQuery } from '../soql/index.ts';
import { baseOf, ok, param, type Call, type Endpoint } from './endpoint.ts';

const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2000;

/** SOQL over HTTP, page by page. */
export function queryEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/query', answer: (call) => answerQuery(call, false) },
    { method: 'GET', path: '/queryAll', answer: (call) => answerQuery(call, true) },
    { method: 'GET', path: '/query/:locator', answer: nextPage },
    { method: 'GET', path: '/queryAll/:locator', answer: nextPage },
  ];
}

function answerQuery(call: Call, includeDeleted: boolean) {
  if (call.query['explain'] !== undefined) throw unsupported('explain: this emulator makes no query plans');
  const soql = call.query['q'];
  if (soql === undefined) throw malformedQuery('A query string has to be specified');
  if (call.query['columns'] === 'true') return ok(describeColumns(call.platform.org, soql, call.user));
  return ok(answerRecords(call, soql, includeDeleted));
}

/** What a query finds, its first page. */
export function answerRecords(call: Call, soql: string, includeDeleted: boolean) {
  const { org, cursors } = call.platform;
  const size = pageSize(call);
  const { totalSize, records } = runQuery(org, soql, {
    user: call.user,
    includeDeleted,
    sobjectsUrl: `${baseOf(call)}/sobjects`,
    answerChildren: (children) => toAnswer(call, cursors.open(call.user.id, children, LARGEST_PAGE)),
  });
  return { ...toAnswer(call, cursors.open(call.user.id, records, size)), totalSize };
}

function nextPage(call: Call) {
  const [, locator, offset] = /^(01g\w+)-(\d+)$/.exec(param(call, 'locator')) ?? [];
  const page =
    locator === undefined
      ? undefined
      : call.platform.cursors.page(call.user.id, locator, Number(offset), pageSize(call));
  if (page === undefined) throw invalidQueryLocator();
  return ok(toAnswer(call, page));
}

function toAnswer(call: Call, { totalSize, records, next }: Page) {
  if (next === undefined) return { totalSize, done: true, records };
  return { totalSize, done: false, nextRecordsUrl: `${baseOf(call)}/query/${next}`, records };
}

function pageSize({ headers }: Call): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  if (asked === undefined) return LARGEST_PAGE;
  return Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
}
