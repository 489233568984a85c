import type { Org } from '../org.ts';
import { ok, type Call, type Endpoint } from './endpoint.ts';

/** What an Enterprise Edition has, where nearly every record counts the same. */
const DATA_STORAGE_MB = 10_240;
const KILOBYTES_PER_RECORD = 2;
const KILOBYTES_PER_MEGABYTE = 1024;

/** What is left of the day's allowance, and how many records there are. */
export function limitEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/limits', answer: limits },
    { method: 'GET', path: '/limits/recordCount', answer: recordCount },
  ];
}

function limits({ platform: { usage, org } }: Call) {
  const records = [...org.schema.objects.values()].reduce((sum, { name }) => sum + countOf(org, name), 0);
  const usedMegabytes = Math.ceil((records * KILOBYTES_PER_RECORD) / KILOBYTES_PER_MEGABYTE);
  return ok({
    DailyApiRequests: { Max: usage.allowed, Remaining: usage.allowed - usage.used },
    DataStorageMB: { Max: DATA_STORAGE_MB, Remaining: DATA_STORAGE_MB - usedMegabytes },
  });
}

function countOf(org: Org, name: string): number {
  return Number(org.database.prepare(`SELECT COUNT(*) AS count FROM "${name}"`).get()?.['count']);
}

function recordCount({ platform: { org }, access, query }: Call) {
  const asked = query['sObjects']?.split(',').map((name) => name.trim());
  const objects =
    asked === undefined
      ? [...org.schema.objects.values()]
      : asked.map((name) => org.schema.findObject(name)).filter((object) => object !== undefined);
  const counts = objects
    .filter((object) => access.mayRead(object))
    .map(({ name }) => {
      const row = org.database.prepare(`SELECT COUNT(*) AS count FROM "${name}" WHERE IsDeleted = 0`).get();
      return { count: Number(row?.['count']), name };
    });
  return ok({ sObjects: counts.filter(({ count }) => count > 0) });
}
