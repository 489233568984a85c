import type { DatabaseSync } from 'node:sqlite';
import type { VirtualClock } from '../core/index.ts';
import { UserDirectory } from './access/index.ts';
import { createAutomation, type OrgAutomation } from './automation/index.ts';
import {
  bootRecords,
  FISCAL_YEAR_START_MONTH,
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
  FormulaFields,
  FormulaRules,
  RecordStore,
  RollUps,
  type DataParts,
  type Sequences,
} from './data/index.ts';
import { loadPageMetadata, type PageMetadata } from './page-metadata/index.ts';
import { loadSchema, type LoadedSource } from './schema/index.ts';

/** What an org keeps from one deployment to the next. */
export interface OrgFoundation {
  database: DatabaseSync;
  clock: VirtualClock;
  components: Components;
  sequences: Sequences;
  /** The first contents, for an org without users. */
  contents: {
    personas: Personas;
    /** An `sf data import tree` plan. */
    plan: string | undefined;
  };
}

/** Source that was read. */
export interface OrgMetadata extends LoadedSource {
  pages: PageMetadata;
}

/** All that follows from the metadata of an org; each deployment makes it anew. */
export interface OrgRuntime {
  readonly metadata: OrgMetadata;
  readonly parts: DataParts;
  readonly automation: OrgAutomation;
  readonly users: UserDirectory;
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
  return { ...loaded, pages: loadPageMetadata(folder) };
}

/** Compiles metadata and makes the tables fit it. Throws DeployError for formulas, rules and flows that are not sound. */
export function createRuntime(foundation: OrgFoundation, metadata: OrgMetadata): OrgRuntime {
  const { database, clock, components, contents } = foundation;
  createTables(database, metadata.schema);
  const parts = createParts(foundation, metadata);
  const automation = createAutomation(database, parts, metadata, clock);
  const { notificationTypes } = metadata;
  return {
    metadata,
    parts,
    automation,
    users: parts.users,
    boot: () => bootRecords(parts, components, { ...contents, notificationTypes }, automation, clock.now()),
  };
}

function createParts({ database, sequences }: OrgFoundation, { schema, stages }: OrgMetadata): DataParts {
  const store = new RecordStore(database, schema);
  const formulas = new FormulaFields(database, schema, store);
  return {
    schema,
    store,
    formulas,
    rollUps: new RollUps(database, schema, formulas),
    sequences,
    rules: new FormulaRules(schema, formulas),
    users: new UserDirectory(database, schema, compileSharingRules(schema)),
    facts: { stages, fiscalYearStartMonth: FISCAL_YEAR_START_MONTH },
  };
}
