import { nameFieldOf } from '../describe/index.ts';
import type { SObjectType } from '../entities.ts';
import { baseOf, ok, type Answer, type Call, type Endpoint } from './endpoint.ts';

const MOST = 200;

/** Records that the caller has worked with lately: those that he changed last, since views are not kept. */
export function recentEndpoints(): Endpoint[] {
  return [{ method: 'GET', path: '/recent', answer: recent }];
}

function recent(call: Call): Answer {
  const { org } = call.platform;
  const asked = Number(call.query['limit'] ?? MOST);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST) : MOST;
  const found = [...org.schema.objects.values()]
    .filter((object) => isWorkedWith(object) && call.access.mayRead(object))
    .flatMap((object) => changedBy(call, object, limit))
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return ok(found.slice(0, limit).map(({ item }) => item));
}

function isWorkedWith({ kind, fields }: SObjectType): boolean {
  return kind === undefined && fields.has('OwnerId') && fields.has('LastModifiedById');
}

function changedBy(call: Call, object: SObjectType, limit: number) {
  const name = nameFieldOf(object)?.name ?? 'Id';
  const rows = call.platform.org.database
    .prepare(
      `SELECT Id, "${name}" AS name, LastModifiedDate AS at FROM "${object.name}"
       WHERE IsDeleted = 0 AND LastModifiedById = ? ORDER BY LastModifiedDate DESC, Id LIMIT ?`,
    )
    .all(call.user.id, limit);
  return rows.map((row) => ({
    at: String(row['at']),
    item: {
      attributes: { type: object.name, url: `${baseOf(call)}/sobjects/${object.name}/${String(row['Id'])}` },
      Id: row['Id'],
      [name]: row['name'],
    },
  }));
}
