import type { Query } from '@jetstreamapp/soql-parser-js';
import type { RecordVerb } from '../access/index.ts';
import type { SObjectType } from '../entities.ts';
import { malformedQuery } from '../errors.ts';
import { toId18 } from '../ids.ts';
import type { Access, Org } from '../org.ts';
import type { AnswerRecord } from './column-writer.ts';
import { toConditionTree, type ConditionTree } from './condition-tree.ts';
import type { ParsedQuery } from './parse.ts';
import { noSuchColumn } from './positioned.ts';

const NAME = 'UserRecordAccess';
const MOST_RECORDS = 200;

type Level = 'None' | 'Read' | 'Edit' | 'Delete' | 'Transfer' | 'All';
type Row = Record<string, string | boolean>;

/** Whether a query asks what somebody may do with records, which is no table. */
export function asksForAccess({ query }: ParsedQuery): boolean {
  return query.sObject.toLowerCase() === NAME.toLowerCase();
}

/**
 * Answers `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = '…' AND RecordId IN ('…')`.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userrecordaccess.htm
 */
export function selectAccess(org: Org, { text, query }: ParsedQuery): AnswerRecord[] {
  const { userId, recordIds } = wantedOf(query);
  const user = org.findUser(userId);
  if (user === undefined) return [];
  const access = org.access(user);
  return recordIds.map((id) => {
    const row = rowOf(org, access, id);
    const record: AnswerRecord = { attributes: { type: NAME } };
    for (const field of query.fields ?? []) {
      const name = field.type === 'Field' ? field.field : '';
      const known = Object.keys(row).find((one) => one.toLowerCase() === name.toLowerCase());
      if (known === undefined) throw noSuchColumn(text, name, name, NAME);
      record[known] = row[known];
    }
    return record;
  });
}

function rowOf(org: Org, access: Access, id: string): Row {
  const may = (verb: RecordVerb): boolean => mayDo(org, access, id, verb);
  const [read, edit, remove, transfer] = [may('read'), may('edit'), may('delete'), may('transfer')];
  const all = edit && remove && transfer;
  return {
    RecordId: id,
    HasReadAccess: read,
    HasEditAccess: edit,
    HasDeleteAccess: remove,
    HasTransferAccess: transfer,
    HasAllAccess: all,
    MaxAccessLevel: levelOf({ All: all, Transfer: transfer, Delete: remove, Edit: edit, Read: read }),
  };
}

function levelOf(granted: Record<Exclude<Level, 'None'>, boolean>): Level {
  const [highest] = Object.entries(granted).find(([, isGranted]) => isGranted) ?? ['None'];
  return highest as Level;
}

/** What the object allows and how the record is shared, together. */
function mayDo(org: Org, access: Access, id: string, verb: RecordVerb): boolean {
  const object = org.schema.objectOfId(id);
  if (object === undefined || !mayWith(access, object, verb)) return false;
  const shared = access.recordsSql(object, verb, 't') ?? '1';
  const sql = `SELECT 1 FROM "${object.name}" t WHERE t."Id" = ? AND t."IsDeleted" = 0 AND ${shared}`;
  return org.database.prepare(sql).get(id) !== undefined;
}

function mayWith(access: Access, object: SObjectType, verb: RecordVerb): boolean {
  if (verb === 'read') return access.mayRead(object);
  return verb === 'delete' ? access.mayDelete(object) : access.mayEdit(object);
}

function wantedOf({ where }: Query): { userId: string; recordIds: string[] } {
  const tree: ConditionTree | undefined = where === undefined ? undefined : toConditionTree(where);
  const parts = tree?.kind === 'and' ? tree.parts : [];
  const [userIds, recordIds] = ['userid', 'recordid'].map((name) => parts.flatMap((part) => valuesOf(part, name)));
  const [userId, ...more] = userIds ?? [];
  if (
    userId === undefined ||
    more.length > 0 ||
    parts.length !== 2 ||
    recordIds === undefined ||
    recordIds.length === 0
  ) {
    throw malformedQuery(`${NAME} is only queried by one UserId and by RecordId in this emulator`);
  }
  if (recordIds.length > MOST_RECORDS) throw malformedQuery(`Can only query ${MOST_RECORDS} or fewer RecordId values`);
  return { userId, recordIds: recordIds.map((id) => toId18(id) ?? id) };
}

function valuesOf(part: ConditionTree, name: string): string[] {
  if (part.kind !== 'comparison' || !('field' in part.comparison) || !('value' in part.comparison)) return [];
  const { field, operator, value } = part.comparison;
  if (field.toLowerCase() !== name || !['=', 'IN'].includes(operator)) return [];
  return [value].flat().map((text) => text.replace(/^'(.*)'$/s, '$1'));
}
