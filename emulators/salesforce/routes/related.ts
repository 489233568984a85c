import type { Field, SObjectType } from '../entities.ts';
import { notFound } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { runQuery } from '../soql/index.ts';
import { parseBody, RecordValues } from './body.ts';
import { baseOf, ok, param, type Answer, type Call } from './endpoint.ts';
import { recordOf } from './find-object.ts';
import { answerRecords } from './query.ts';
import { fieldsToRead, readRecord, writeOne } from './rows.ts';
import { refuseKey } from './write-errors.ts';

/** A record named by its relationship: `/sobjects/Contact/003…/Account`, or its children `/sobjects/Account/001…/Contacts`. */
interface Related {
  id: string;
  name: string;
}

/**
 * What `/sobjects/:type/:field/:value` is when the second part is an id of the object: not a key, but a way on.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_relationships.htm
 */
export function relatedInPath(call: Call, object: SObjectType): Related | undefined {
  const id = toId18(param(call, 'field'));
  if (id?.startsWith(object.keyPrefix) !== true) return undefined;
  return { id: recordOf(call, object, id).Id, name: param(call, 'value') };
}

/** The parent record, or all children in pages. A blank lookup and an unknown name are NOT_FOUND. */
export function readRelated(call: Call, object: SObjectType, { id, name }: Related): Answer {
  const names = call.query['fields']?.split(',');
  const up = lookupNamed(call, object, name);
  if (up !== undefined) {
    const parent = parentOf(call, object, up, id);
    return ok(readRecord(call, parent.object, parent.id, names));
  }
  const down = childrenNamed(call, object, name);
  if (down === undefined) throw notFound();
  const fields = fieldsToRead(call, down.object, names);
  const soql = `SELECT ${fields.join(', ')} FROM ${down.object.name} WHERE ${down.field.name} = '${id}'`;
  return ok(answerRecords(call, soql, false));
}

export function updateRelated(call: Call, object: SObjectType, related: Related): Answer {
  const parent = parentToWrite(call, object, related);
  const values = parseBody(RecordValues, call.body);
  refuseKey(values, 'Id');
  writeOne(call, { kind: 'update', object: parent.object.name, id: parent.id, values });
  return { status: 204 };
}

export function deleteRelated(call: Call, object: SObjectType, related: Related): Answer {
  const parent = parentToWrite(call, object, related);
  writeOne(call, { kind: 'delete', object: parent.object.name, id: parent.id });
  return { status: 204 };
}

function parentToWrite(call: Call, object: SObjectType, { id, name }: Related) {
  const up = lookupNamed(call, object, name);
  if (up === undefined) throw notFound();
  return parentOf(call, object, up, id);
}

function parentOf(call: Call, object: SObjectType, lookup: Field, id: string): { object: SObjectType; id: string } {
  const { records } = runQuery(call.platform.org, `SELECT ${lookup.name} FROM ${object.name} WHERE Id = '${id}'`, {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: `${baseOf(call)}/sobjects`,
    answerChildren: () => null,
  });
  const parentId = records[0]?.[lookup.name];
  const parent = typeof parentId === 'string' ? call.platform.org.schema.objectOfId(parentId) : undefined;
  if (parent === undefined || !call.access.mayRead(parent)) throw notFound();
  return { object: parent, id: String(parentId) };
}

function lookupNamed({ access }: Call, object: SObjectType, name: string): Field | undefined {
  return [...object.fields.values()].find(
    (field) =>
      field.reference?.relationshipName?.toLowerCase() === name.toLowerCase() && access.mayReadField(object, field),
  );
}

function childrenNamed({ access, platform }: Call, object: SObjectType, name: string) {
  return platform.org.schema
    .childRelationships(object)
    .find(
      ({ object: child, field }) =>
        field.reference?.childRelationshipName?.toLowerCase() === name.toLowerCase() &&
        access.mayRead(child) &&
        access.mayReadField(child, field),
    );
}
