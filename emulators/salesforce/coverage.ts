import type { CoverageEntry } from '../core/index.ts';

const DATA = '/services/data/:version';
const JSFORCE = 'conformance/salesforce-jsforce.test.ts';
const COMPOSITE = 'conformance/salesforce-composite.test.ts';
const UI = 'conformance/salesforce-ui-api.test.ts';
const SESSIONS = 'conformance/salesforce-sessions.test.ts';
const ORACLE = 'conformance/salesforce-oracle.test.ts';
const CLI = 'conformance/salesforce-sf-cli.test.ts';
const DEPLOY = 'conformance/salesforce-deploy.test.ts';
const SOQL = ['unit/emulators/salesforce/soql/where.test.ts', 'unit/emulators/salesforce/soql/select.test.ts'];

function supported(route: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'supported', testedBy };
}

function partial(route: string, notes: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'partial', testedBy, notes };
}

function refused(route: string, notes: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'refused', testedBy, notes };
}

/** What this emulator serves and what it refuses. A test holds it against the routes really registered. */
export const coverage: CoverageEntry[] = [
  /* Sessions */
  partial(
    'POST /services/oauth2/token',
    'JWT bearer only; others are unsupported_grant_type. Sessions do not expire.',
    JSFORCE,
  ),
  supported('POST /services/oauth2/revoke', JSFORCE),
  supported('GET /services/oauth2/revoke', SESSIONS),
  supported('GET /services/oauth2/userinfo', SESSIONS, CLI),
  supported('POST /services/oauth2/userinfo', SESSIONS),
  supported('GET /services/oauth2/singleaccess', SESSIONS),
  supported('GET /secur/frontdoor.jsp', SESSIONS),
  supported('GET /id/:organizationId/:userId', JSFORCE),

  /* What there is */
  supported('GET /services/data', SESSIONS),
  partial(`GET ${DATA}`, 'Lists the resources that are here.', ORACLE),
  partial(`GET ${DATA}/limits`, 'DailyApiRequests only.', COMPOSITE),
  partial(`GET ${DATA}/limits/recordCount`, 'Counts, where Salesforce estimates.', SESSIONS),
  partial(`GET ${DATA}/sobjects`, 'If-Modified-Since is not heeded.', JSFORCE),
  partial(`GET ${DATA}/sobjects/:type`, 'Recent items are those changed last.', SESSIONS),
  partial(`GET ${DATA}/sobjects/:type/describe`, 'No layouts; If-Modified-Since is not heeded.', JSFORCE, ORACLE),

  /* Queries */
  partial(
    `GET ${DATA}/query`,
    'Days are GMT. Text compares without case for ASCII letters only. Refused: TYPEOF, ROLLUP, CUBE, FORMAT, convertCurrency, DISTANCE, fiscal periods, USING SCOPE but everything, data categories, time fields.',
    ...SOQL,
    JSFORCE,
    CLI,
  ),
  supported(`GET ${DATA}/query/:locator`, JSFORCE),
  supported(`GET ${DATA}/queryAll`, SESSIONS, 'unit/emulators/salesforce/soql/select.test.ts'),
  supported(`GET ${DATA}/queryAll/:locator`, SESSIONS),

  /* Records */
  supported(`POST ${DATA}/sobjects/:type`, JSFORCE, CLI),
  partial(`GET ${DATA}/sobjects/:type/:id`, 'Conditional headers are not heeded.', JSFORCE),
  partial(`PATCH ${DATA}/sobjects/:type/:id`, 'Conditional headers are not heeded.', JSFORCE),
  supported(`DELETE ${DATA}/sobjects/:type/:id`, JSFORCE),
  supported(`GET ${DATA}/sobjects/:type/:field/:value`, SESSIONS),
  supported(`PATCH ${DATA}/sobjects/:type/:field/:value`, JSFORCE, ORACLE),
  supported(`DELETE ${DATA}/sobjects/:type/:field/:value`, SESSIONS),
  supported(`GET ${DATA}/sobjects/:type/updated`, JSFORCE),
  supported(`GET ${DATA}/sobjects/:type/deleted`, JSFORCE),

  /* Many in one */
  partial(
    `POST ${DATA}/composite`,
    'Sub-requests run in the order given; collateSubrequests changes nothing.',
    COMPOSITE,
    ORACLE,
  ),
  supported(`POST ${DATA}/composite/batch`, COMPOSITE),
  partial(`POST ${DATA}/composite/tree/:type`, 'Depth is not limited.', COMPOSITE),
  supported(`POST ${DATA}/composite/sobjects`, JSFORCE, COMPOSITE),
  supported(`PATCH ${DATA}/composite/sobjects`, COMPOSITE),
  supported(`DELETE ${DATA}/composite/sobjects`, COMPOSITE),
  supported(`GET ${DATA}/composite/sobjects/:type`, COMPOSITE),
  supported(`POST ${DATA}/composite/sobjects/:type`, COMPOSITE),
  supported(`PATCH ${DATA}/composite/sobjects/:type/:field`, JSFORCE),

  /* Pages */
  partial(`GET ${DATA}/ui-api/records/:id`, 'Fields by name; layoutTypes is refused.', UI),
  partial(`GET ${DATA}/ui-api/records/batch/:ids`, 'Fields by name; layoutTypes is refused.', UI),
  supported(`POST ${DATA}/ui-api/records`, UI),
  partial(`PATCH ${DATA}/ui-api/records/:id`, 'A stale edit is 409; which status Salesforce gives is not proven.', UI),
  supported(`DELETE ${DATA}/ui-api/records/:id`, UI),
  partial(`GET ${DATA}/ui-api/object-info/:type`, 'No icons; compound fields are not told.', UI),
  partial(`GET ${DATA}/ui-api/object-info/batch/:types`, 'As one by one.', UI),
  partial(
    `GET ${DATA}/ui-api/object-info/:type/picklist-values/:recordTypeId`,
    'The same values for every record type.',
    UI,
  ),
  partial(
    `GET ${DATA}/ui-api/object-info/:type/picklist-values/:recordTypeId/:field`,
    'The same values for every record type.',
    UI,
  ),
  partial(`GET ${DATA}/ui-api/related-list-records/:parentId/:relatedListId`, 'where is refused.', UI),
  partial(`POST ${DATA}/ui-api/related-list-records/:parentId/:relatedListId`, 'where is refused.', UI),

  /* Metadata */
  partial(
    'POST /services/Soap/m/:version',
    'deploy, checkDeployStatus, deployRecentValidation, cancelDeploy, describeMetadata, listMetadata, retrieve, checkRetrieveStatus; other operations, and types not listed by describeMetadata, are refused by name. Deployments are forgotten at the end of the run, what they deployed is not.',
    CLI,
    DEPLOY,
  ),
  partial(`POST ${DATA}/metadata/deployRequest`, 'As over SOAP.', CLI, DEPLOY),
  supported(`GET ${DATA}/metadata/deployRequest/:id`, CLI, DEPLOY),
  partial(`PATCH ${DATA}/metadata/deployRequest/:id`, 'Only what has not begun can be canceled.', DEPLOY),

  /* Not here: NOT_FOUND */
  refused('Bulk API 2.0, `/jobs/…`', '404 NOT_FOUND', SESSIONS),
  refused('Partner and enterprise SOAP APIs, `/services/Soap/{u,c}/…`', '404 NOT_FOUND', SESSIONS),
  refused('Tooling API, `/tooling/…`', '404 NOT_FOUND', SESSIONS),
  refused('Streaming, `/cometd/…`', '404 NOT_FOUND', SESSIONS),
  refused('Search, `/search`', '404 NOT_FOUND', SESSIONS),
  refused('UI API list views and lookups', '404 NOT_FOUND', SESSIONS),
  refused('Record-level sharing: whoever may read an object reads all its records', 'not imitated', SESSIONS),
];
