import { z } from 'zod';
import type { Field, SObjectType } from '../entities.ts';
import { ApiError, invalidField, noSuchRecord, notFound, unsupported } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { parseBody } from '../routes/body.ts';
import { baseOf, ok, param, type Call, type Endpoint } from '../routes/endpoint.ts';
import { runQuery } from '../soql/index.ts';
import { toFieldTree } from './field-tree.ts';
import { toUiRecord } from './record.ts';
import { listOf } from './records.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1999;

const Wish = z.object({
  fields: z.array(z.string()).default([]),
  optionalFields: z.array(z.string()).default([]),
  pageSize: z.coerce.number().int().positive().max(LARGEST_PAGE).default(DEFAULT_PAGE),
  pageToken: z.coerce.number().int().nonnegative().default(0),
  sortBy: z.array(z.string()).default([]),
  where: z.string().optional(),
});
type Wish = z.infer<typeof Wish>;

/** The records below another one, as a related list shows them. */
export function relatedListEndpoints(): Endpoint[] {
  const path = '/ui-api/related-list-records/:parentId/:relatedListId';
  return [
    { method: 'GET', path, answer: (call) => relatedList(call, fromQuery(call)) },
    { method: 'POST', path, answer: (call) => relatedList(call, parseBody(Wish, call.body ?? {})) },
  ];
}

function fromQuery({ query }: Call): Wish {
  const { pageSize, pageToken, where } = query;
  return parseBody(Wish, {
    fields: listOf(query['fields']),
    optionalFields: listOf(query['optionalFields']),
    sortBy: listOf(query['sortBy']),
    ...(pageSize !== undefined && { pageSize }),
    ...(pageToken !== undefined && { pageToken }),
    ...(where !== undefined && { where }),
  });
}

function relatedList(call: Call, wish: Wish) {
  if (wish.where !== undefined) throw unsupported('where: this emulator does not filter related lists');
  const { org } = call.platform;
  const { parentId, child, lookup } = findUnderParent(call);
  const tree = toFieldTree(call, child, wish.fields, wish.optionalFields);

  const { records: found } = runQuery(org, soqlOf(child, lookup, parentId, wish), {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: '',
    answerChildren: () => null,
  });
  const records = found.slice(0, wish.pageSize).flatMap((row) => {
    const record = org.findRecord(child, String(row['Id']), { as: call.user });
    return record === undefined ? [] : [toUiRecord(call, child, record, tree)];
  });
  return ok(toPage(call, wish, records, found.length > wish.pageSize));
}

/** The related list in the path under its parent record. */
export function findUnderParent(call: Call): { parentId: string; child: SObjectType; lookup: Field } {
  const { org } = call.platform;
  const given = param(call, 'parentId');
  const parentId = toId18(given);
  const parent = parentId === undefined ? undefined : org.schema.objectOfId(parentId);
  if (parentId === undefined || parent === undefined) throw noSuchRecord(given);
  if (!call.access.mayRead(parent) || org.findRecord(parent, parentId, { as: call.user }) === undefined)
    throw notFound();
  return { parentId, ...findRelatedList(call, parent) };
}

/** The child objects in the path, with the lookup that leads up. One that is not there is INVALID_PARAMETER_VALUE. */
export function findRelatedList(call: Call, parent: SObjectType): { child: SObjectType; lookup: Field } {
  const wanted = param(call, 'relatedListId').toLowerCase();
  const relationship = relatedListsOf(call, parent).find(
    ({ lookup }) => lookup.reference?.childRelationshipName?.toLowerCase() === wanted,
  );
  if (relationship === undefined) {
    throw new ApiError(400, [
      { errorCode: 'INVALID_PARAMETER_VALUE', message: `Invalid related list id: ${param(call, 'relatedListId')}` },
    ]);
  }
  return relationship;
}

/** The related lists that the caller may see. */
export function relatedListsOf(
  { platform, access }: Call,
  parent: SObjectType,
): { child: SObjectType; lookup: Field }[] {
  return platform.org.schema
    .childRelationships(parent)
    .filter(({ object, field }) => access.mayRead(object) && access.mayReadField(object, field))
    .filter(({ field }) => field.reference?.childRelationshipName != null)
    .map(({ object, field }) => ({ child: object, lookup: field }));
}

// One more than a page, to know whether there is a next one.
function soqlOf(child: SObjectType, lookup: Field, parentId: string, { pageSize, pageToken, sortBy }: Wish): string {
  const order = sortBy.map((one) => toOrder(child, one));
  const by = order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}`;
  const page = `LIMIT ${pageSize + 1}${pageToken === 0 ? '' : ` OFFSET ${pageToken}`}`;
  return `SELECT Id FROM ${child.name} WHERE ${lookup.name} = '${parentId}'${by} ${page}`;
}

function toOrder(child: SObjectType, text: string): string {
  const [, minus, path] = /^(-?)([\w.]+)$/.exec(text) ?? [];
  if (path === undefined) throw invalidField(`sortBy: expected a field of ${child.name}, got '${text}'`);
  return `${path} ${minus === '-' ? 'DESC' : 'ASC'}`;
}

function toPage(call: Call, wish: Wish, records: unknown[], hasMore: boolean) {
  const url = `${baseOf(call)}/ui-api/related-list-records/${param(call, 'parentId')}/${param(call, 'relatedListId')}`;
  const pageUrl = (token: number) => `${url}?pageSize=${wish.pageSize}&pageToken=${token}`;
  const next = wish.pageToken + wish.pageSize;
  const previous = Math.max(0, wish.pageToken - wish.pageSize);
  return {
    count: records.length,
    currentPageToken: String(wish.pageToken),
    currentPageUrl: pageUrl(wish.pageToken),
    fields: wish.fields,
    listInfoETag: null,
    listReference: {
      id: null,
      inContextOfRecordId: param(call, 'parentId'),
      parentObjectApiName: null,
      recordTypeId: null,
      relatedListId: param(call, 'relatedListId'),
      type: 'relatedList',
    },
    nextPageToken: hasMore ? String(next) : null,
    nextPageUrl: hasMore ? pageUrl(next) : null,
    optionalFields: wish.optionalFields,
    pageSize: wish.pageSize,
    previousPageToken: wish.pageToken > 0 ? String(previous) : null,
    previousPageUrl: wish.pageToken > 0 ? pageUrl(previous) : null,
    records,
    sortBy: wish.sortBy,
  };
}
