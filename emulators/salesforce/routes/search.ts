import { z } from 'zod';
import { nameFieldOf } from '../describe/index.ts';
import type { Field, SObjectType } from '../entities.ts';
import { runQuery, type AnswerRecord } from '../soql/index.ts';
import {
  malformedSearch,
  matches,
  parseExpression,
  parseSearch,
  toCondition,
  type Expression,
  type Returned,
  type SearchGroup,
} from '../sosl/index.ts';
import { parseBody } from './body.ts';
import { baseOf, ok, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';

const MOST_FOUND = 2000;
const SEARCHED = new Set(['string', 'email', 'phone', 'url', 'textarea']);
const LONGEST_SEARCHED = 255;
/** Standard objects that are searched when none is named. */
const STANDARD = /^(Account|Contact|Opportunity|Lead|Case|User)$/;

const Group = z
  .string()
  .default('ALL')
  .transform((name) => name.replace(/\s+FIELDS$/i, '').toUpperCase())
  .pipe(z.enum(['ALL', 'NAME', 'EMAIL', 'PHONE']));
const Count = z.coerce.number().int().positive().max(MOST_FOUND);
const Parameters = z.object({
  q: z.string().optional(),
  in: Group,
  fields: z.array(z.string()).default([]),
  overallLimit: Count.default(MOST_FOUND),
  defaultLimit: Count.optional(),
  sobjects: z
    .array(
      z.object({
        name: z.string(),
        fields: z.array(z.string()).optional(),
        limit: Count.optional(),
        where: z.string().optional(),
        orderBy: z.string().optional(),
      }),
    )
    .optional(),
});

/** Text search over the records that the caller may read. There is no index: words are looked for in each record. */
export function searchEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/search', answer: (call) => sosl(call, call.query['q'] ?? '') },
    { method: 'GET', path: '/parameterizedSearch', answer: (call) => parameterized(call, fromQuery(call.query)) },
    { method: 'POST', path: '/parameterizedSearch', answer: (call) => parameterized(call, call.body) },
  ];
}

interface Wish {
  expression: Expression;
  group: SearchGroup;
  limit: number;
  returning: Returned[];
}

function sosl(call: Call, text: string): Answer {
  const { text: words, group, limit = MOST_FOUND, returning } = parseSearch(text);
  return find(call, { expression: parseExpression(words), group, limit, returning: returning ?? searchable(call) });
}

function parameterized(call: Call, body: unknown): Answer {
  const { q, in: group, fields, overallLimit, defaultLimit, sobjects } = parseBody(Parameters, body);
  if (q === undefined) throw malformedSearch('A search string has to be specified');
  const returning = sobjects?.map((one): Returned => {
    const limit = one.limit ?? defaultLimit;
    const wanted = one.fields ?? fields;
    return {
      object: one.name,
      fields: wanted.length === 0 ? undefined : wanted.join(', '),
      where: one.where,
      rest: [
        ...(one.orderBy === undefined ? [] : [` ORDER BY ${one.orderBy}`]),
        ...(limit === undefined ? [] : [` LIMIT ${limit}`]),
      ].join(''),
    };
  });
  return find(call, {
    expression: parseExpression(q),
    group,
    limit: overallLimit,
    returning: returning ?? searchable(call),
  });
}

/** `q=acme&sobject=Account&Account.fields=id,name&Account.limit=10` as the body of a POST would say it. */
function fromQuery({ sobject, fields, ...query }: Record<string, string>): unknown {
  const list = (text: string | undefined) => text?.split(',').map((one) => one.trim());
  const names = list(sobject);
  return {
    ...query,
    ...(fields !== undefined && { fields: list(fields) }),
    ...(names !== undefined && {
      sobjects: names.map((name) => ({
        name,
        fields: list(query[`${name}.fields`]),
        limit: query[`${name}.limit`],
        where: query[`${name}.where`],
        orderBy: query[`${name}.orderBy`],
      })),
    }),
  };
}

function searchable({ platform, access }: Call): Returned[] {
  return [...platform.org.schema.objects.values()]
    .filter((object) => access.mayRead(object) && (object.custom || STANDARD.test(object.name)))
    .map(({ name }) => ({ object: name, fields: undefined, where: undefined, rest: '' }));
}

function find(call: Call, { expression, group, limit, returning }: Wish): Answer {
  const searchRecords = returning.flatMap(({ object: name, fields = 'Id', where, rest }) => {
    const object = objectInPath(call, name);
    const ids = matching(call, object, expression, group);
    if (ids.length === 0) return [];
    const more = where === undefined ? '' : ` AND (${where})`;
    const among = ids.map((id) => `'${id}'`).join(', ');
    return query(call, `SELECT ${fields} FROM ${object.name} WHERE Id IN (${among})${more}${rest}`);
  });
  return ok({ searchRecords: searchRecords.slice(0, limit) });
}

/** The ids of the records that match, of 2,000 at most. */
function matching(call: Call, object: SObjectType, expression: Expression, group: SearchGroup): string[] {
  const searched = fieldsOf(call, object, group).map(({ name }) => name);
  if (searched.length === 0) return [];
  const condition = toCondition(expression, searched);
  const where = condition === undefined ? '' : ` WHERE ${condition}`;
  return query(call, `SELECT Id, ${searched.join(', ')} FROM ${object.name}${where}`)
    .filter((record) => {
      const texts = searched.map((name) => record[name]).filter((value) => typeof value === 'string');
      return matches(expression, texts);
    })
    .slice(0, MOST_FOUND)
    .map((record) => String(record['Id']));
}

function query(call: Call, soql: string): AnswerRecord[] {
  return runQuery(call.platform.org, soql, {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: `${baseOf(call)}/sobjects`,
    answerChildren: () => null,
  }).records;
}

function fieldsOf(call: Call, object: SObjectType, group: SearchGroup): Field[] {
  const text = [...object.fields.values()].filter(
    (field) =>
      SEARCHED.has(field.type) &&
      field.length <= LONGEST_SEARCHED &&
      !field.calculated &&
      field.unfilterable !== true &&
      call.access.mayReadField(object, field),
  );
  if (group === 'NAME') return text.filter(({ name }) => name === nameFieldOf(object)?.name);
  if (group === 'EMAIL' || group === 'PHONE') return text.filter(({ type }) => type === group.toLowerCase());
  return text;
}
