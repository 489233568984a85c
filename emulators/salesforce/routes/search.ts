import { nameFieldOf } from '../describe/index.ts';
import type { Field, SObjectType } from '../entities.ts';
import { ApiError } from '../errors.ts';
import { runQuery, type AnswerRecord } from '../soql/index.ts';
import { baseOf, ok, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';

const MOST_FOUND = 2000;
const SEARCHED = new Set(['string', 'email', 'phone', 'url', 'textarea']);
const LONGEST_SEARCHED = 255;

/** `FIND {acme} IN NAME FIELDS RETURNING Account(Id, Name LIMIT 5), Contact LIMIT 20` */
const SOSL =
  /^\s*FIND\s*\{(?<text>[^}]*)\}(?:\s+IN\s+(?<group>ALL|NAME|EMAIL|PHONE)\s+FIELDS)?(?:\s+RETURNING\s+(?<returning>.*?))?(?:\s+LIMIT\s+(?<limit>\d+))?\s*$/is;
const RETURNED = /\s*(?<name>\w+)\s*(?:\((?<inner>[^)]*)\))?\s*(?:,|$)/y;

/** Text search over the records that the caller may read. Words are found anywhere in a field, without an index. */
export function searchEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/search', answer: (call) => sosl(call, call.query['q'] ?? '') },
    { method: 'GET', path: '/parameterizedSearch', answer: parameterized },
  ];
}

interface Wish {
  text: string;
  group: string;
  limit: number;
  objects: { object: SObjectType; fields: string; rest: string }[];
}

function sosl(call: Call, text: string): Answer {
  const groups = SOSL.exec(text)?.groups;
  if (groups?.['text'] === undefined) throw malformedSearch(`unexpected search: ${text}`);
  const { text: words = '', group = 'ALL', returning, limit = MOST_FOUND } = groups;
  const objects = returning === undefined ? searchable(call) : readReturning(call, returning);
  return find(call, { text: words, group: group.toUpperCase(), limit: Number(limit), objects });
}

function readReturning(call: Call, returning: string): Wish['objects'] {
  const objects: Wish['objects'] = [];
  RETURNED.lastIndex = 0;
  while (RETURNED.lastIndex < returning.length) {
    const place = RETURNED.lastIndex;
    const groups = RETURNED.exec(returning)?.groups;
    if (groups?.['name'] === undefined) throw malformedSearch(`unexpected token: ${returning.slice(place)}`);
    const [, fields = 'Id', rest = ''] =
      /^\s*([\w\s,.]*?)(\s+(?:WHERE|ORDER|LIMIT|OFFSET)\b.*)?\s*$/is.exec(groups['inner'] ?? 'Id') ?? [];
    objects.push({ object: objectInPath(call, groups['name']), fields: fields.trim() === '' ? 'Id' : fields, rest });
  }
  return objects;
}

function parameterized(call: Call): Answer {
  const { q: text, sobject, fields = 'Id', in: group = 'ALL', overallLimit = String(MOST_FOUND) } = call.query;
  if (text === undefined) throw malformedSearch('A search string has to be specified');
  const objects =
    sobject === undefined
      ? searchable(call)
      : sobject.split(',').map((name) => ({ object: objectInPath(call, name.trim()), fields, rest: '' }));
  return find(call, { text, group: group.toUpperCase(), limit: Number(overallLimit), objects });
}

function searchable({ platform, access }: Call): Wish['objects'] {
  return [...platform.org.schema.objects.values()]
    .filter(
      (object) =>
        access.mayRead(object) && (object.custom || /^(Account|Contact|Opportunity|Lead|Case|User)$/.test(object.name)),
    )
    .map((object) => ({ object, fields: 'Id', rest: '' }));
}

function find(call: Call, { text, group, limit, objects }: Wish): Answer {
  const words = text.replace(/\\(.)|["*?]/g, (_all, escaped?: string) => escaped ?? ' ').trim();
  if (words.length < 2) throw malformedSearch('search term must be longer than one character');
  const searchRecords: AnswerRecord[] = [];
  for (const { object, fields, rest } of objects) {
    const searched = fieldsOf(call, object, group);
    if (searched.length === 0) continue;
    const all = words.split(/\s+/).map((word) => {
      const pattern = `'%${word.replace(/[\\'%_]/g, '\\$&')}%'`;
      return `(${searched.map(({ name }) => `${name} LIKE ${pattern}`).join(' OR ')})`;
    });
    const { records } = runQuery(call.platform.org, toSoql(object, fields, all.join(' AND '), rest), {
      user: call.user,
      includeDeleted: false,
      sobjectsUrl: `${baseOf(call)}/sobjects`,
      answerChildren: () => null,
    });
    searchRecords.push(...records);
  }
  return ok({ searchRecords: searchRecords.slice(0, limit) });
}

function toSoql(object: SObjectType, fields: string, condition: string, rest: string): string {
  const [, where, tail = ''] = /^\s+WHERE\s+(.*?)(\s+(?:ORDER|LIMIT|OFFSET)\b.*)?$/is.exec(rest) ?? [
    undefined,
    undefined,
    rest,
  ];
  const more = where === undefined ? '' : ` AND (${where})`;
  return `SELECT ${fields} FROM ${object.name} WHERE ${condition}${more}${tail}`;
}

function fieldsOf(call: Call, object: SObjectType, group: string): Field[] {
  const own = [...object.fields.values()].filter(
    (field) => field.unfilterable !== true && call.access.mayReadField(object, field),
  );
  const text = own.filter(
    ({ type, length, calculated }) => SEARCHED.has(type) && length <= LONGEST_SEARCHED && !calculated,
  );
  if (group === 'NAME') return text.filter(({ name }) => name === nameFieldOf(object)?.name);
  if (group === 'EMAIL' || group === 'PHONE') return text.filter(({ type }) => type === group.toLowerCase());
  return text;
}

function malformedSearch(message: string): ApiError {
  return new ApiError(400, [{ message, errorCode: 'MALFORMED_SEARCH' }]);
}
