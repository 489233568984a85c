import { ok, type Call, type Endpoint } from './endpoint.ts';

/** What is left of the day's allowance, and how many records there are. */
export function limitEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/limits', answer: limits },
    { method: 'GET', path: '/limits/recordCount', answer: recordCount },
  ];
}

function limits({ platform: { usage } }: Call) {
  return ok({ DailyApiRequests: { Max: usage.allowed, Remaining: usage.allowed - usage.used } });
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
