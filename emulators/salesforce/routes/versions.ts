import type { FastifyInstance } from 'fastify';
import { NEWEST_VERSION, OLDEST_VERSION } from './data-api.ts';
import { baseOf, ok, type Endpoint } from './endpoint.ts';

const RELEASES = ['Spring', 'Summer', 'Winter'];

/** Which versions there are; the one resource that asks for no session. */
export function versionRoutes(app: FastifyInstance): void {
  app.get('/services/data', () =>
    Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
      const version = OLDEST_VERSION + index;
      return { label: labelOf(version), url: `/services/data/v${version}.0`, version: `${version}.0` };
    }),
  );
}

/** Three versions a year, counted from Spring ’19, which is 45; a winter bears the number of the year to come. */
function labelOf(version: number): string {
  const place = version - 45;
  const season = RELEASES[place % 3] ?? '';
  const year = 19 + Math.floor(place / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${year}`;
}

/** What there is under one version. */
export function resourceEndpoints(): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '',
      answer(call) {
        const base = baseOf(call);
        const names = [
          'composite',
          'jobs',
          'limits',
          'parameterizedSearch',
          'query',
          'queryAll',
          'recent',
          'search',
          'sobjects',
          'tooling',
          'ui-api',
        ];
        const { org, origin } = call.platform;
        return ok({
          ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])),
          identity: `${origin()}/id/${org.id}/${call.user.id}`,
        });
      },
    },
  ];
}
