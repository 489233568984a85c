import type { CoverageEntry } from '../core/index.ts';
import { REFUSED_TYPES } from './metadata-api/index.ts';

const TYPES = 'conformance/salesforce-metadata-types.test.ts';
const DEPLOY = 'conformance/salesforce-deploy.test.ts';
const CHANGES = 'conformance/salesforce-deploy-changes.test.ts';
const SHOWN = 'conformance/salesforce-deploy-pages.test.ts';
const CLI = 'conformance/sf-cli.test.ts';
const SCHEMA = 'unit/emulators/salesforce/schema/load-schema.test.ts';
const COMPONENTS = 'unit/emulators/salesforce/schema/components.test.ts';
const FORMULAS = 'unit/emulators/salesforce/data/formula-fields.test.ts';
const RULES = 'unit/emulators/salesforce/data/validation-rules.test.ts';
const RECORD_TYPES = 'unit/emulators/salesforce/data/record-types.test.ts';
const FLOWS = 'unit/emulators/salesforce/flow/refused.test.ts';
const ACCESS = 'unit/emulators/salesforce/access/access.test.ts';
const LAYOUTS = 'conformance/salesforce-ui-api-pages.test.ts';
const FLEXIPAGES = 'unit/emulators/lightning-experience/flexipage.test.ts';
const LABELS = 'unit/emulators/lightning-experience/platform-modules.test.ts';
const SHARING = 'conformance/salesforce-access-deploy.test.ts';
const REPORTS = 'conformance/salesforce-report-deploy.test.ts';
const GRIDS = 'conformance/salesforce-dashboards.test.ts';
const LOCATIONS = 'conformance/salesforce-location.test.ts';
const ALERTS = 'unit/emulators/salesforce/automation/email-alerts.test.ts';
const CHECKS = 'unit/emulators/salesforce/metadata-check/references.test.ts';

function supported(route: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'supported', testedBy };
}

function partial(route: string, notes: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'partial', testedBy, notes };
}

/** Checked, deployed, listed and retrieved; nothing here goes by it. */
function kept(route: string): CoverageEntry {
  return partial(route, 'Checked, kept, listed and retrieved; nothing here goes by it.', TYPES, CHECKS);
}

/** The types that can be deployed, and those that are refused. A test holds it against `describeMetadata`. */
export const metadataTypes: CoverageEntry[] = [
  partial('CompactLayout', 'The highlights of Lightning pages; the UI API tells the name alone.', TYPES, FLEXIPAGES),
  partial('CustomApplication', 'Tabs and the pages of records; one app, the first.', TYPES, FLEXIPAGES),
  partial('CustomField', 'No encrypted and external fields, no indirect lookups.', CHANGES, LOCATIONS, FORMULAS),
  supported('CustomLabel', TYPES, LABELS),
  supported('CustomLabels', SHOWN, LABELS),
  supported('CustomMetadata', TYPES, COMPONENTS),
  supported('CustomNotificationType', TYPES, 'unit/emulators/salesforce/automation/outbox.test.ts'),
  partial(
    'CustomObject',
    'Custom objects, metadata types and settings, and fields on standard objects. No big, external and event objects, no sharing reasons.',
    DEPLOY,
    SCHEMA,
  ),
  supported('CustomPermission', TYPES, ACCESS),
  partial('CustomTab', 'Tabs of custom objects.', TYPES, FLEXIPAGES),
  partial('Dashboard', 'Grids and columns of public folders; no dashboard filters.', TYPES, REPORTS, GRIDS),
  partial(
    'EmailTemplate',
    'For e-mail alerts: merge fields of the record and globals; no Lightning templates there.',
    TYPES,
    ALERTS,
  ),
  kept('FieldSet'),
  partial('FlexiPage', 'Record pages are shown; others are kept.', SHOWN, FLEXIPAGES),
  partial('Flow', 'Record-triggered and autolaunched flows, one version of each.', DEPLOY, FLOWS),
  supported('GlobalValueSet', TYPES, COMPONENTS),
  partial('Group', 'People and groups; no roles, territories and managers.', TYPES, SHARING),
  partial('Layout', 'Sections of fields and related lists; buttons, links and actions are kept.', TYPES, LAYOUTS),
  supported('LightningComponentBundle', SHOWN, 'unit/emulators/lightning-experience/build.test.ts'),
  kept('LightningMessageChannel'),
  partial('ListView', 'Shown with the scopes Everything and Mine.', TYPES, LAYOUTS),
  supported('MutingPermissionSet', TYPES, ACCESS),
  kept('PathAssistant'),
  supported('PermissionSet', DEPLOY, ACCESS),
  supported('PermissionSetGroup', TYPES, SHARING),
  partial('Queue', 'People and groups; no roles and territories.', TYPES, SHARING),
  kept('QuickAction'),
  partial(
    'RecordType',
    'Values and defaults of its picklists; no business process, and no deletion.',
    CHANGES,
    RECORD_TYPES,
  ),
  partial('Report', 'Of custom report types, in public folders; no joined reports.', TYPES, REPORTS),
  partial('ReportType', 'Custom ones of up to four objects.', TYPES, REPORTS),
  partial(
    'SharingRules',
    'By owner and by criteria, for groups, queues and all internal users; deleted with their object only.',
    SHARING,
    TYPES,
  ),
  partial(
    'StandardValueSet',
    'Those whose values mean no more than their names, and OpportunityStage.',
    TYPES,
    COMPONENTS,
  ),
  kept('StaticResource'),
  supported('ValidationRule', DEPLOY, RULES),
  kept('WebLink'),
  partial(
    'Workflow',
    'E-mail alerts alone, which flows send; rules, other actions and recipients by role or team are refused by element.',
    TYPES,
    ALERTS,
  ),
  ...Object.entries(REFUSED_TYPES).map(([route, why]): CoverageEntry => ({
    route,
    status: 'refused',
    notes: `Refused: ${why}.`,
    testedBy: [TYPES],
  })),
];

/** What a deployment does and does not. */
export const deployments: CoverageEntry[] = [
  supported('Components of one package refer to each other in any order', DEPLOY, CLI),
  supported('checkOnly, and a quick deployment of what was validated', DEPLOY, CLI),
  supported('rollbackOnError; without it what is sound goes in', DEPLOY),
  supported('Every component is told what is wrong with it, with line and column', CHANGES, CLI),
  supported('Destructive changes before and after; what is in use stays', CHANGES, TYPES),
  supported('Deployed metadata survives a restart', DEPLOY),
  supported('Pages, labels and components of a deployment are shown at once', SHOWN),
  partial(
    'Changes of a field’s type',
    'While no record has a value, and from one text to another. Salesforce takes more.',
    CHANGES,
  ),
  partial('Tests', 'There are none to run; a test level is taken, runTests is refused.', CLI),
  partial(
    'ignoreWarnings and purgeOnDelete',
    'Warnings never stop a deployment; what is deleted is gone at once.',
    DEPLOY,
  ),
  {
    route: 'Managed and unlocked packages',
    status: 'refused',
    notes: 'packageNames is INVALID_OPERATION.',
    testedBy: [DEPLOY],
  },
];
