import type { DatabaseSync } from 'node:sqlite';
import type { VirtualClock } from '../core/index.ts';
import { UserDirectory } from './access/index.ts';
import type { ChangeJournal } from './change-events/index.ts';
import {
  analyticsRows,
  compileAnalytics,
  loadAnalytics,
  type Analytics,
  type AnalyticsMetadata,
} from './analytics/index.ts';
import { createAutomation, readSourceFlows, type OrgAutomation, type SourceFlow } from './automation/index.ts';
import {
  bootRecords,
  writeDeployedRows,
  type BootedRecords,
  type Components,
  type Personas,
} from './data/boot/index.ts';
import {
  compileSharingRules,
  createId,
  createKeyPrefix,
  createMetadataKeyPrefix,
  createTables,
  fiscalYearStartMonth,
  FormulaFields,
  FormulaRules,
  LookupFilters,
  RecordStore,
  RecycleBin,
  RollUps,
  type DataParts,
  type Sequences,
} from './data/index.ts';
import { lazily } from './lazily.ts';
import { loadPageMetadata, type PageMetadata } from './page-metadata/index.ts';
import { loadSchema, type LoadedSource } from './schema/index.ts';

/** What an org keeps from one deployment to the next. */
export interface OrgFoundation {
  database: DatabaseSync;
  clock: VirtualClock;
  components: Components;
  sequences: Sequences;
  /** Whether flows are held to the governor limits. */
  isLimited: boolean;
  journal: ChangeJournal;
  /** The first contents, for an org without users. */
  contents: {
    personas: Personas;
    /** An `sf data import tree` plan. */
    plan: string | undefined;
  };
}

/** Source that was read. */
export interface OrgMetadata extends Omit<LoadedSource, 'flows'> {
  flows: SourceFlow[];
  pages: PageMetadata;
  analytics: AnalyticsMetadata;
}

/** All that follows from the metadata of an org; each deployment makes it anew. */
export interface OrgRuntime {
  readonly metadata: OrgMetadata;
  readonly parts: DataParts;
  readonly automation: OrgAutomation;
  readonly users: UserDirectory;
  readonly analytics: Analytics;
  /** Brings the org's own rows and what is worked out from records up to date, and fills an org without users. */
  boot(): BootedRecords;
}

/** Reads a project or a package folder. Throws DeployError, which names the component. */
export function readMetadata(folder: string, components: Components): OrgMetadata {
  const loaded = loadSchema(folder, {
    keyPrefixOf: (object) =>
      object.endsWith('__mdt')
        ? components.given('metadata key prefix', object, createMetadataKeyPrefix)
        : components.given('key prefix', object, createKeyPrefix),
    recordTypeIdOf: (object, name) =>
      components.given('RecordType', `${object}.${name}`, (number) => createId('012', number + 1)),
  });
  const flows = readSourceFlows(loaded.flows);
  return { ...loaded, flows, pages: loadPageMetadata(folder), analytics: loadAnalytics(folder) };
}

/**
 * Compiles metadata and makes the tables fit it. Throws DeployError for formulas, rules and flows that are not sound.
 *
 * Metadata is proven when the very same was compiled before, on a database that fits it: then little is done at once.
 */
export function createRuntime(
  foundation: OrgFoundation,
  metadata: OrgMetadata,
  { isProven } = { isProven: false },
): OrgRuntime {
  const { database, clock, components, contents, journal } = foundation;
  if (!isProven) createTables(database, metadata.schema);
  const parts = createParts(foundation, metadata, { isProven });
  const automation = createAutomation(database, parts, metadata, { ...foundation, isProven });
  const { notificationTypes } = metadata;
  const analytics = lazily(() => compileAnalytics(metadata.analytics, metadata.schema));
  if (!isProven) analytics();
  return {
    metadata,
    parts,
    automation,
    users: parts.users,
    get analytics() {
      return analytics();
    },
    boot: () =>
      journal.without(() => {
        const booted = bootRecords(parts, components, { ...contents, notificationTypes }, automation, clock.now());
        const users = booted.people.map(({ userId, username }) => [username, userId] as const);
        writeDeployedRows(parts, components, analyticsRows(analytics(), new Map(users)), clock.now());
        return booted;
      }),
  };
}

function createParts(
  { database, sequences, journal }: OrgFoundation,
  { schema, stages }: OrgMetadata,
  proof: { isProven: boolean },
): DataParts {
  const store = new RecordStore(database, schema, (changes) => {
    journal.append(changes);
  });
  const formulas = new FormulaFields(database, schema, store, proof);
  const rollUps = lazily(() => new RollUps(database, schema, formulas));
  if (!proof.isProven) rollUps();
  return {
    schema,
    store,
    bin: new RecycleBin(database),
    formulas,
    get rollUps() {
      return rollUps();
    },
    sequences,
    rules: new FormulaRules(schema, store, formulas, proof),
    users: new UserDirectory(database, schema, compileSharingRules(schema)),
    lookupFilters: new LookupFilters(schema, store, formulas),
    facts: { stages, fiscalYearStartMonth: () => fiscalYearStartMonth(schema, store) },
  };
}
