import type { CoverageEntry } from '../core/index.ts';

const PROTOCOL = ['conformance/vitally-accounts.test.ts'];
const PAGES = ['unit/emulators/vitally/pages.test.ts'];

/** What this emulator does of Vitally, route by route. */
export const coverage: readonly CoverageEntry[] = [
  {
    route: 'GET /resources/accounts',
    status: 'supported',
    testedBy: PROTOCOL,
    notes: 'A query parameter that is not documented is a 400.',
  },
  {
    route: 'POST /resources/accounts',
    status: 'partial',
    testedBy: PROTOCOL,
    notes:
      'Answers 200. What an external id that is taken does is not documented: a switch. A field that is not documented is a 400. Traits need not be in the catalogue.',
  },
  { route: 'GET /resources/accounts/:id', status: 'supported', testedBy: PROTOCOL },
  {
    route: 'PUT /resources/accounts/:id',
    status: 'partial',
    testedBy: PROTOCOL,
    notes: 'externalId in the body is a 400: it is settable only on create. Traits need not be in the catalogue.',
  },
  {
    route: 'DELETE /resources/accounts/:id',
    status: 'partial',
    testedBy: PROTOCOL,
    notes: 'Answers 204 and forgets the account; whether the vendor keeps a shadow is not documented.',
  },
  {
    route: 'GET /resources/customFields',
    status: 'partial',
    testedBy: PROTOCOL,
    notes: 'Only model=accounts. The names of the types are not documented; all are "string".',
  },
  { route: 'GET /', status: 'supported', testedBy: PAGES },
  { route: 'GET /accounts/:id', status: 'supported', testedBy: PAGES },
  refused('organizations'),
  refused('users'),
  refused('notes'),
  refused('tasks'),
  refused('projects'),
  refused('projectTemplates'),
  refused('customObjects'),
  refused('conversations'),
  refused('npsResponses'),
  refused('meetings'),
  refused('admins'),
  refused('surveys'),
];

function refused(resource: string): CoverageEntry {
  return { route: `GET /resources/${resource}`, status: 'refused', testedBy: PROTOCOL, notes: 'A 404 with `{error}`.' };
}
