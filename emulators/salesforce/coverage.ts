import type { CoverageEntry } from '../core/index.ts';

const DATA = '/services/data/:version';
const JSFORCE = 'conformance/salesforce-jsforce.test.ts';
const COMPOSITE = 'conformance/salesforce-composite.test.ts';
const UI = 'conformance/salesforce-ui-api.test.ts';
const MORE = 'conformance/salesforce-more-apis.test.ts';
const PAGES = 'conformance/salesforce-ui-api-pages.test.ts';
const SESSIONS = 'conformance/salesforce-sessions.test.ts';
const ORACLE = 'conformance/salesforce-oracle.test.ts';
const CLI = 'conformance/sf-cli.test.ts';
const DEPLOY = 'conformance/salesforce-deploy.test.ts';
const SHARING = 'conformance/salesforce-sharing.test.ts';
const PERMISSIONS = 'conformance/salesforce-permissions.test.ts';
const BULK = 'conformance/salesforce-bulk.test.ts';
const BULK_1 = 'conformance/salesforce-bulk-1.test.ts';
const UNDELETE = 'conformance/salesforce-undelete.test.ts';
const OAUTH = 'conformance/salesforce-oauth.test.ts';
const TOOLING = 'conformance/salesforce-tooling.test.ts';
const ROWS = 'conformance/salesforce-rows.test.ts';
const STREAMING = 'conformance/salesforce-streaming.test.ts';
const JOBS = 'conformance/salesforce-bulk-jobs.test.ts';
const ANALYTICS = 'conformance/salesforce-analytics.test.ts';
const REPORTS = ['reports', 'report-parts'].map((name) => `conformance/salesforce-${name}.test.ts`);
const NOTIFICATIONS = 'conformance/salesforce-notifications.test.ts';
const DASHBOARDS = 'conformance/salesforce-dashboards.test.ts';
const SOQL = ['where', 'select', 'agrees'].map((name) => `unit/emulators/salesforce/soql/${name}.test.ts`);

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
    'JWT bearer, client credentials, username-password, authorization code with PKCE, refresh token; device, SAML and token exchange are unsupported_grant_type. Sessions end when sessionLifetimeMs says so. Passwords take no security token.',
    JSFORCE,
    MORE,
    OAUTH,
  ),
  partial('GET /services/oauth2/authorize', 'Nobody is asked; response_type=code only, and no login page.', OAUTH),
  supported('POST /services/oauth2/introspect', OAUTH),
  supported('POST /services/oauth2/revoke', JSFORCE, OAUTH),
  supported('GET /services/oauth2/revoke', SESSIONS),
  supported('GET /services/oauth2/userinfo', SESSIONS, CLI, PERMISSIONS),
  supported('POST /services/oauth2/userinfo', SESSIONS),
  supported('GET /services/oauth2/singleaccess', SESSIONS),
  supported('GET /secur/frontdoor.jsp', SESSIONS),
  supported('GET /id/:organizationId/:userId', JSFORCE),

  /* What there is */
  supported('GET /services/data', SESSIONS),
  partial(`GET ${DATA}`, 'Lists the resources that are here.', ORACLE),
  partial(`GET ${DATA}/limits`, 'DailyApiRequests and DataStorageMB only.', COMPOSITE, ROWS),
  partial(`GET ${DATA}/recent`, 'Those that the caller changed last: views are not kept.', ROWS),
  partial(`GET ${DATA}/limits/recordCount`, 'Counts, where Salesforce estimates.', SESSIONS),
  supported(`GET ${DATA}/sobjects`, JSFORCE, MORE),
  partial(`GET ${DATA}/sobjects/:type`, 'Recent items are those changed last.', SESSIONS),
  partial(`GET ${DATA}/sobjects/:type/describe`, 'No layouts.', JSFORCE, ORACLE, MORE),

  supported(`GET ${DATA}/sobjects/:type/describe/approvalLayouts`, ROWS),
  partial(`GET ${DATA}/sobjects/:type/describe/compactLayouts`, 'The system default: the name alone.', ROWS),

  /* The Tooling API */
  partial(`GET ${DATA}/tooling`, 'The resources that are here.', TOOLING),
  partial(
    `GET ${DATA}/tooling/query`,
    'For administrators: EntityDefinition, FieldDefinition, CustomObject, CustomField, ValidationRule, FlowDefinition and Flow by the fields that the metadata tells; Apex and packages, of which there are none; no Metadata and FullName. Ids follow from names. The words DataType has are those of Setup.',
    TOOLING,
  ),
  supported(`GET ${DATA}/tooling/query/:locator`, TOOLING),
  partial(`GET ${DATA}/tooling/sobjects`, 'Those that can be queried.', TOOLING),
  partial(`GET ${DATA}/tooling/sobjects/:type`, 'Nothing is recent.', TOOLING),
  partial(`GET ${DATA}/tooling/sobjects/:type/describe`, 'The fields that can be queried.', TOOLING),
  partial(`GET ${DATA}/tooling/sobjects/:type/:id`, 'As in queries.', TOOLING),

  /* Queries */
  partial(
    `GET ${DATA}/query`,
    'Text compares without case for ASCII letters only. FOR VIEW and FOR REFERENCE change nothing. FORMAT writes as en_US does. Refused: convertCurrency, since there is one currency, USING SCOPE but mine and everything, functions in ROLLUP and CUBE, three NOT in a row, data categories, time fields, SYSTEM_MODE. UserRecordAccess by one UserId and by RecordId.',
    ...SOQL,
    JSFORCE,
    CLI,
    SHARING,
    PERMISSIONS,
  ),
  supported(`GET ${DATA}/query/:locator`, JSFORCE),
  supported(`GET ${DATA}/queryAll`, SESSIONS, 'unit/emulators/salesforce/soql/select.test.ts'),
  supported(`GET ${DATA}/queryAll/:locator`, SESSIONS),

  partial(
    `GET ${DATA}/search`,
    'FIND with AND, OR, AND NOT, phrases and wildcards; IN but SIDEBAR FIELDS; RETURNING with fields, WHERE, ORDER BY, LIMIT and OFFSET; LIMIT. Whole words of text fields, without lemmas, synonyms and ranking; no WITH and UPDATE.',
    MORE,
  ),
  partial(
    `GET ${DATA}/parameterizedSearch`,
    'q, in, overallLimit, defaultLimit and sobject, and of each fields, limit, where and orderBy; as search.',
    MORE,
  ),
  partial(`POST ${DATA}/parameterizedSearch`, 'As by GET.', MORE),

  /* Records */
  supported(`POST ${DATA}/sobjects/:type`, JSFORCE, CLI),
  supported(`GET ${DATA}/sobjects/:type/:id`, JSFORCE, ROWS, SHARING),
  supported(`PATCH ${DATA}/sobjects/:type/:id`, JSFORCE, ROWS, SHARING),
  supported(`DELETE ${DATA}/sobjects/:type/:id`, JSFORCE, ROWS),
  supported(`GET ${DATA}/sobjects/:type/:field/:value`, SESSIONS, ROWS),
  supported(`PATCH ${DATA}/sobjects/:type/:field/:value`, JSFORCE, ORACLE),
  supported(`DELETE ${DATA}/sobjects/:type/:field/:value`, SESSIONS, ROWS),
  partial(`GET ${DATA}/sobjects/User/:id/password`, 'Passwords never expire.', OAUTH),
  partial(`POST ${DATA}/sobjects/User/:id/password`, 'There is no password policy.', OAUTH),
  supported(`DELETE ${DATA}/sobjects/User/:id/password`, OAUTH),
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
  partial(`POST ${DATA}/composite/graph`, 'Sub-requests run in the order given; depth is not limited.', MORE),
  partial(
    `POST ${DATA}/composite/tree/:type`,
    'Depth is not limited; the words about a missing reference id are not proven.',
    COMPOSITE,
  ),
  supported(`POST ${DATA}/composite/sobjects`, JSFORCE, COMPOSITE),
  supported(`PATCH ${DATA}/composite/sobjects`, COMPOSITE),
  supported(`DELETE ${DATA}/composite/sobjects`, COMPOSITE),
  supported(`GET ${DATA}/composite/sobjects/:type`, COMPOSITE),
  supported(`POST ${DATA}/composite/sobjects/:type`, COMPOSITE),
  supported(`PATCH ${DATA}/composite/sobjects/:type/:field`, JSFORCE),

  /* Bulk API 2.0 */
  partial(
    `POST ${DATA}/jobs/ingest`,
    'No assignment rules. hardDelete is for administrators and leaves children in the recycle bin. Jobs do not survive a restart.',
    BULK,
    JOBS,
    CLI,
  ),
  supported(`GET ${DATA}/jobs/ingest`, BULK, JOBS),
  supported(`GET ${DATA}/jobs/ingest/:id`, BULK, CLI),
  supported(`PATCH ${DATA}/jobs/ingest/:id`, BULK, CLI),
  supported(`DELETE ${DATA}/jobs/ingest/:id`, BULK),
  supported(`PUT ${DATA}/jobs/ingest/:id/batches`, BULK, CLI),
  supported(`GET ${DATA}/jobs/ingest/:id/successfulResults`, BULK),
  supported(`GET ${DATA}/jobs/ingest/:id/failedResults`, BULK, JOBS),
  supported(`GET ${DATA}/jobs/ingest/:id/unprocessedrecords`, BULK),
  supported(`POST ${DATA}/jobs/query`, BULK, CLI),
  supported(`GET ${DATA}/jobs/query`, BULK, JOBS),
  supported(`GET ${DATA}/jobs/query/:id`, BULK, CLI),
  supported(`PATCH ${DATA}/jobs/query/:id`, BULK),
  supported(`DELETE ${DATA}/jobs/query/:id`, BULK),
  supported(`GET ${DATA}/jobs/query/:id/results`, BULK, CLI),

  /* Pages */
  partial(`GET ${DATA}/ui-api/records/:id`, 'One layout per object, whatever the record type.', UI, PAGES),
  partial(`GET ${DATA}/ui-api/records/batch/:ids`, 'One layout per object, whatever the record type.', UI),
  partial(`GET ${DATA}/ui-api/layout/:type`, 'The first layout of the object; Compact is the name alone.', PAGES),
  partial(`GET ${DATA}/ui-api/record-ui/:ids`, 'Layouts as above; no user states.', PAGES),
  partial(
    `GET ${DATA}/ui-api/record-defaults/create/:type`,
    'Defaults of picklists, checkboxes and the owner; a formula as default is told on save only.',
    PAGES,
  ),
  partial(`GET ${DATA}/ui-api/record-defaults/clone/:id`, 'As for create.', PAGES),
  partial(`GET ${DATA}/ui-api/list-ui/:type`, 'Deployed list views only, on one page.', PAGES),
  partial(
    `GET ${DATA}/ui-api/list-ui/:type/:listView`,
    'Sorted by name unless asked. Scopes Everything and Mine; other columns and scopes are refused by name.',
    PAGES,
  ),
  partial(`GET ${DATA}/ui-api/list-info/:type`, 'As list-ui; q and recentListsOnly are passed over.', PAGES),
  partial(`GET ${DATA}/ui-api/list-info/:type/:listView`, 'As list-ui.', PAGES),
  partial(`GET ${DATA}/ui-api/list-records/:type/:listView`, 'As list-ui.', PAGES),
  partial(`GET ${DATA}/ui-api/lookups/:type/:field`, 'Searches names, within the lookup filter.', PAGES),
  partial(`GET ${DATA}/ui-api/lookups/:type/:field/:target`, 'Searches names, within the lookup filter.', PAGES),
  partial(`GET ${DATA}/ui-api/related-list-info/:type`, 'Every child relationship.', PAGES),
  partial(`GET ${DATA}/ui-api/related-list-info/:type/:relatedListId`, 'The name is the only column.', PAGES),
  supported(`GET ${DATA}/ui-api/related-list-count/:parentId/:relatedListId`, PAGES),
  supported(`POST ${DATA}/ui-api/records`, UI),
  partial(`PATCH ${DATA}/ui-api/records/:id`, 'A stale edit is 409; which status Salesforce gives is not proven.', UI),
  supported(`DELETE ${DATA}/ui-api/records/:id`, UI),
  partial(`GET ${DATA}/ui-api/object-info/:type`, 'No icons; compound fields are not told.', UI),
  partial(`GET ${DATA}/ui-api/object-info/batch/:types`, 'As one by one.', UI),
  partial(
    `GET ${DATA}/ui-api/object-info/:type/picklist-values/:recordTypeId`,
    'Dependencies are told and, as over the API, not enforced.',
    UI,
  ),
  partial(
    `GET ${DATA}/ui-api/object-info/:type/picklist-values/:recordTypeId/:field`,
    'Dependencies are told and, as over the API, not enforced.',
    UI,
  ),
  partial(`GET ${DATA}/ui-api/related-list-records/:parentId/:relatedListId`, 'where is refused.', UI),
  partial(`POST ${DATA}/ui-api/related-list-records/:parentId/:relatedListId`, 'where is refused.', UI),

  /* Notifications */
  partial(
    `GET ${DATA}/connect/notifications`,
    'Custom notifications that flows have sent. Codes of refusals are not proven.',
    NOTIFICATIONS,
  ),
  supported(`PATCH ${DATA}/connect/notifications`, NOTIFICATIONS),
  supported(`GET ${DATA}/connect/notifications/status`, NOTIFICATIONS),
  supported(`GET ${DATA}/connect/notifications/:id`, NOTIFICATIONS),
  supported(`PATCH ${DATA}/connect/notifications/:id`, NOTIFICATIONS),

  /* Reports and dashboards */
  partial(`GET ${DATA}/analytics/reports`, 'Every report, by name, since nobody has viewed any.', ANALYTICS),
  partial(
    `GET ${DATA}/analytics/reports/:reportId`,
    'Custom report types only. What a report may hold is in the README.',
    ANALYTICS,
    ...REPORTS,
  ),
  partial(
    `POST ${DATA}/analytics/reports/:reportId`,
    'Changes columns, aggregates, groupings, filters, sorting and scope for one run; formulas, buckets and charts stay.',
    ANALYTICS,
  ),
  partial(`POST ${DATA}/analytics/reports/query`, 'As for a saved report, without formulas and buckets.', ANALYTICS),
  supported(`GET ${DATA}/analytics/reports/:reportId/describe`, ANALYTICS),
  supported(`GET ${DATA}/analytics/reports/:reportId/instances`, ANALYTICS),
  partial(`POST ${DATA}/analytics/reports/:reportId/instances`, 'Run at once; told as New.', ANALYTICS),
  supported(`GET ${DATA}/analytics/reports/:reportId/instances/:instanceId`, ANALYTICS),
  supported(`DELETE ${DATA}/analytics/reports/:reportId/instances/:instanceId`, ANALYTICS),
  partial(`GET ${DATA}/analytics/reportTypes`, 'Custom report types only; labels are names of categories.', ANALYTICS),
  partial(`GET ${DATA}/analytics/reportTypes/:type`, 'No standard date filters.', ANALYTICS),
  partial(`GET ${DATA}/analytics/dashboards`, 'Every dashboard, by title.', DASHBOARDS),
  partial(`GET ${DATA}/analytics/dashboards/:dashboardId`, 'Worked out anew each time; no filters.', DASHBOARDS),
  supported(`POST ${DATA}/analytics/dashboards/:dashboardId`, DASHBOARDS),
  partial(
    `PUT ${DATA}/analytics/dashboards/:dashboardId`,
    'There is nothing to refresh; the status 201 is not proven.',
    DASHBOARDS,
  ),
  supported(`GET ${DATA}/analytics/dashboards/:dashboardId/describe`, DASHBOARDS),
  partial(`GET ${DATA}/analytics/dashboards/:dashboardId/status`, 'Always idle.', DASHBOARDS),

  /* Metadata */
  partial(
    'POST /services/Soap/m/:version',
    'deploy, checkDeployStatus, deployRecentValidation, cancelDeploy, describeMetadata, listMetadata, retrieve, checkRetrieveStatus; other operations are refused by name, and so are runTests, allowMissingFiles and performRetrieve. Deployments are forgotten at the end of the run, what they deployed is not.',
    CLI,
    DEPLOY,
  ),
  partial(`POST ${DATA}/metadata/deployRequest`, 'As over SOAP.', CLI, DEPLOY),
  supported(`GET ${DATA}/metadata/deployRequest/:id`, CLI, DEPLOY),
  partial(`PATCH ${DATA}/metadata/deployRequest/:id`, 'Only what has not begun can be canceled.', DEPLOY),

  /* Recycle bin */
  partial(
    'POST /services/Soap/u/:version',
    'login, logout, getUserInfo, getServerTimestamp, setPassword, resetPassword and undelete; other operations are refused by name. There is no password policy.',
    UNDELETE,
    OAUTH,
  ),
  partial('POST /services/Soap/c/:version', 'As the partner API.', UNDELETE),

  /* Bulk API 1.0 */
  partial(
    'POST /services/async/:version/job',
    'insert, update, upsert, delete, hardDelete, query, queryAll; CSV, JSON and XML. No PK chunking, no ZIP content, no assignment rules. The words of refusals are not proven.',
    BULK_1,
    ORACLE,
  ),
  supported('GET /services/async/:version/job/:jobId', BULK_1, ORACLE),
  supported('POST /services/async/:version/job/:jobId', BULK_1, ORACLE),
  partial(
    'POST /services/async/:version/job/:jobId/batch',
    'Processed one after the other, whatever the concurrencyMode; TYPEOF as JSON only; in JSON a date is text.',
    BULK_1,
    ORACLE,
  ),
  supported('GET /services/async/:version/job/:jobId/batch', BULK_1, ORACLE),
  supported('GET /services/async/:version/job/:jobId/batch/:batchId', BULK_1, ORACLE),
  supported('GET /services/async/:version/job/:jobId/batch/:batchId/request', BULK_1),
  supported('GET /services/async/:version/job/:jobId/batch/:batchId/result', BULK_1, ORACLE),
  partial(
    'GET /services/async/:version/job/:jobId/batch/:batchId/result/:resultId',
    'All records in one result.',
    BULK_1,
    ORACLE,
  ),

  /* Streaming */
  partial(
    'POST /cometd/:version',
    'Change events of every custom object and of accounts, cases, contacts, events, leads, opportunities, tasks and users, as if all were selected. Formula fields are not told, no gap or overflow events, no filters. Whoever may view all records of an object may subscribe; /data/ChangeEvents tells everybody of such objects alone.',
    STREAMING,
    'conformance/salesforce-jsforce-streaming.test.ts',
  ),
  supported('POST /cometd', STREAMING),

  /* Not here: NOT_FOUND */
  refused('Bulk API 1.0: PK chunking, ZIP content, assignment rules', 'FeatureNotEnabled, InvalidJob', BULK_1),
  refused(
    'Tooling API: Apex, logs, trace flags, writing metadata one by one, `/tooling/executeAnonymous`, `/tooling/runTests…`',
    '404 NOT_FOUND; what is a query of Apex or of packages finds nothing',
    TOOLING,
  ),
  refused('PushTopics, platform events and custom channels', '400::The channel you requested …', STREAMING),
  refused(
    'Flows other than autolaunched, record-triggered and scheduled ones; screens, waits, Apex actions',
    'The org does not boot, or the deployment fails, and the element is named.',
    'unit/emulators/salesforce/flow/refused.test.ts',
    'unit/emulators/salesforce/automation/order.test.ts',
  ),
  refused('Query plans, `/query?explain=`', 'FUNCTIONALITY_NOT_ENABLED', MORE),
  refused('UI API actions, `/ui-api/actions/…`', '404 NOT_FOUND', SESSIONS),
  refused(
    'Reports of standard types, joined ones, and what else the README lists',
    'The org does not boot, or the deployment fails, and the element is named.',
    'unit/emulators/salesforce/analytics/refused.test.ts',
  ),
  refused('Saving, cloning and deleting reports and dashboards over REST', '405 METHOD_NOT_ALLOWED or 404', ANALYTICS),
];
