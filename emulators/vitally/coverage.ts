import type { CoverageEntry } from '../core/index.ts';
import { RESOURCE_KINDS } from './resource-kinds.ts';

const ACCOUNTS = ['conformance/vitally-accounts.test.ts'];
const ACTIVITIES = ['conformance/vitally-activities.test.ts'];
const WORKSPACE = ['conformance/vitally-workspace.test.ts'];
const SWITCHES = ['conformance/vitally-undocumented.test.ts'];
const PAGES = ['unit/emulators/vitally/pages.test.ts'];

const POST_NOTES: Readonly<Record<string, string>> = {
  notes: 'HTML is stripped to the documented tags. What an external id that is taken does is a switch.',
  tasks: 'HTML is stripped to the documented tags. An external id that is taken updates the task, as documented.',
  projects: 'From a template only; makes its tasks. A second POST makes a second project.',
  users: 'What an external id that is taken does is a switch.',
  organizations: 'What an external id that is taken does is a switch.',
  npsResponses: 'An external id that is taken updates the response. The counts of the account stay 0.',
};

const BY_SOURCE: Readonly<Record<string, string>> = {
  notes: 'By the external id only with `?source=`; what the source of a note of this API is, is a switch.',
  users: 'A user can be put into an account and not be taken out.',
};

/** What this emulator does of Vitally, route by route. */
export const coverage: readonly CoverageEntry[] = [
  supported('GET /resources/accounts', ACCOUNTS, 'A query parameter that is not documented is a 400.'),
  {
    route: 'POST /resources/accounts',
    status: 'partial',
    testedBy: [...ACCOUNTS, ...SWITCHES],
    notes: 'What an external id that is taken does is a switch. A field that is not documented is a 400.',
  },
  supported('GET /resources/accounts/:id', ACCOUNTS),
  {
    route: 'PUT /resources/accounts/:id',
    status: 'partial',
    testedBy: [...ACCOUNTS, ...SWITCHES],
    notes:
      'externalId in the body is a 400: it is settable only on create. What a trait that nobody set up does is a switch.',
  },
  {
    route: 'DELETE /resources/accounts/:id',
    status: 'partial',
    testedBy: [...ACCOUNTS, ...SWITCHES],
    notes: 'Whether the vendor forgets the account or only hides it is a switch.',
  },
  supported('GET /resources/organizations/:id/accounts', WORKSPACE),
  ...RESOURCE_KINDS.flatMap(({ name, isActivity, deletion }): CoverageEntry[] => [
    supported(`GET /resources/${name}`, ACTIVITIES),
    {
      route: `POST /resources/${name}`,
      status: 'partial',
      testedBy: [...ACTIVITIES, ...SWITCHES],
      notes: POST_NOTES[name] ?? '',
    },
    supported(`GET /resources/${name}/:id`, ACTIVITIES, BY_SOURCE[name]),
    supported(`PUT /resources/${name}/:id`, ACTIVITIES, BY_SOURCE[name]),
    deletion === 'archive'
      ? supported(`DELETE /resources/${name}/:id`, ACTIVITIES, 'Sets archivedAt and leaves the lists.')
      : {
          ...{ route: `DELETE /resources/${name}/:id`, status: 'partial', testedBy: WORKSPACE },
          notes: 'Forgets it; whether the vendor keeps a shadow is not documented.',
        },
    ...(isActivity
      ? [
          supported(`GET /resources/accounts/:id/${name}`, ACTIVITIES),
          supported(`GET /resources/organizations/:id/${name}`, WORKSPACE),
        ]
      : []),
  ]),
  supported('GET /resources/users/search', WORKSPACE),
  supported('GET /resources/admins', WORKSPACE),
  supported('GET /resources/admins/search', WORKSPACE),
  supported('GET /resources/noteCategories', WORKSPACE),
  supported('GET /resources/taskCategories', WORKSPACE),
  supported('GET /resources/projectCategories', WORKSPACE),
  supported('GET /resources/projectCategories/:id', WORKSPACE),
  supported('GET /resources/projectTemplates', WORKSPACE),
  supported('GET /resources/projectTemplates/:id', WORKSPACE),
  {
    route: 'GET /resources/customObjects',
    status: 'partial',
    testedBy: WORKSPACE,
    notes: 'customFields of what is made over the API stay empty: they are made in the settings.',
  },
  supported('GET /resources/customObjects/:id', WORKSPACE),
  {
    route: 'POST /resources/customObjects',
    status: 'partial',
    testedBy: WORKSPACE,
    notes: 'The body is not documented: name, label, writeMode and syncActive are taken.',
  },
  {
    route: 'PUT /resources/customObjects/:id',
    status: 'partial',
    testedBy: WORKSPACE,
    notes: 'As POST; what the workspace has from the start is a 404.',
  },
  supported('GET /resources/customObjects/:objectId/instances', WORKSPACE),
  supported('GET /resources/customObjects/:objectId/instances/search', WORKSPACE, 'A bare array, by one criterion.'),
  supported('POST /resources/customObjects/:objectId/instances', WORKSPACE),
  supported('PUT /resources/customObjects/:objectId/instances/:id', WORKSPACE),
  supported(
    'DELETE /resources/customObjects/:objectId/instances/:id',
    WORKSPACE,
    'Sets archivedAt and leaves the lists.',
  ),
  {
    route: 'GET /resources/customFields',
    status: 'partial',
    testedBy: ACCOUNTS,
    notes: 'The names of the types are not documented; all are "string".',
  },
  supported('GET /', PAGES),
  supported('GET /accounts/:id', PAGES),
  supported('GET /accounts/:id/edit', PAGES),
  supported('POST /accounts/:id/traits', PAGES),
  supported('POST /accounts/:id/tasks/:taskId/complete', PAGES),
  refused('accounts/:id/healthScores'),
  refused('conversations'),
  refused('meetings'),
  refused('meetingTranscripts'),
  refused('surveys'),
];

function supported(route: string, testedBy: string[], notes?: string): CoverageEntry {
  return { route, status: 'supported', testedBy, ...(notes !== undefined && { notes }) };
}

function refused(resource: string): CoverageEntry {
  return { route: `GET /resources/${resource}`, status: 'refused', testedBy: ACCOUNTS, notes: 'A 404 with `{error}`.' };
}
