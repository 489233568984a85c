import type { DatabaseSync } from 'node:sqlite';
import { openDatabase, type VirtualClock } from '../core/index.ts';
import { UserDirectory } from './access/index.ts';
import {
  bootRecords,
  Components,
  dropPlatformRows,
  FISCAL_YEAR_START_MONTH,
  readPersonas,
  type Person,
} from './data/boot/index.ts';
import {
  createId,
  createKeyPrefix,
  createTables,
  dropTables,
  FormulaRules,
  RecordStore,
  Sequences,
  writeRecords,
  type DataParts,
} from './data/index.ts';
import type { SaveResult, User, WriteOperation } from './entities.ts';
import { toId18 } from './ids.ts';
import type { Org } from './org.ts';
import { OrgSource, type SourceFiles } from './org-source/index.ts';
import { loadSchema, type LoadedSource } from './schema/index.ts';

export type { Person } from './data/boot/index.ts';

export interface OrgOptions {
  /** An SFDX project folder, or a package folder. */
  source: string;
  /** An `sf data import tree` plan, loaded on the first boot. */
  data?: string;
  /** Who works in the org, and which of the records are theirs. */
  personas?: string;
  /** Folder of `salesforce.db`; everything is in memory when absent. */
  state?: string;
  clock: VirtualClock;
}

/** An org that was booted from source. */
export interface LocalOrg extends Org {
  readonly people: readonly Person[];
  /** Forgets every record and loads the first contents again. */
  reset(): void;
}

/**
 * Boots an org from SFDX source: schema, rules and permissions, then users and records.
 *
 * Throws DeployError for source that it cannot run, and TypeError for records that it cannot load.
 */
export async function createOrg({ source, data, personas, state, clock }: OrgOptions): Promise<LocalOrg> {
  const contents = { personas: readPersonas(personas), plan: data };
  const database = openDatabase(state, 'salesforce');
  try {
    const components = new Components(database);
    const deployed = new OrgSource(database, source);
    const loaded = deployed.read((folder) => loadNumbered(folder, components));
    createTables(database, loaded.schema);
    const parts = createParts(database, loaded, new Sequences(database));
    return openOrg({
      database,
      parts,
      clock,
      boot: (current) => bootRecords(current, components, contents, clock.now()),
      deployed,
      load: (files) => OrgSource.lend(files, (folder) => loadNumbered(folder, components)),
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function loadNumbered(source: string, components: Components): LoadedSource {
  return loadSchema(source, {
    keyPrefixOf: (object) => components.given('key prefix', object, createKeyPrefix),
    recordTypeIdOf: (object, name) =>
      components.given('RecordType', `${object}.${name}`, (number) => createId('012', number + 1)),
  });
}

function createParts(database: DatabaseSync, { schema, stages }: LoadedSource, sequences: Sequences): DataParts {
  const store = new RecordStore(database, schema);
  return {
    schema,
    store,
    sequences,
    rules: new FormulaRules(schema, store),
    facts: { stages, fiscalYearStartMonth: FISCAL_YEAR_START_MONTH },
  };
}

interface Opening {
  database: DatabaseSync;
  parts: DataParts;
  clock: VirtualClock;
  boot: (parts: DataParts) => ReturnType<typeof bootRecords>;
  deployed: OrgSource;
  load: (files: SourceFiles) => LoadedSource;
}

function openOrg({ database, clock, boot, deployed, load, ...opening }: Opening): LocalOrg {
  let { parts } = opening;
  const { orgId, people } = inTransaction(database, () => boot(parts));
  let users = new UserDirectory(database, parts.schema);
  const listeners = new Set<() => void>();
  const tellChange = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    id: orgId,
    get schema() {
      return parts.schema;
    },
    database,
    clock,
    people,
    access: (user) => users.access(user),
    findUser: (idOrUsername) => users.findUser(idOrUsername),
    findRecord(object, id, { deleted = false } = {}) {
      const record = parts.store.find(object, toId18(id) ?? id);
      return record?.['IsDeleted'] === 1 && !deleted ? undefined : record;
    },
    write(user: User, operations: WriteOperation[], options: { allOrNone: boolean }): SaveResult[] {
      const writing = { user, access: users.access(user), now: clock.now() };
      const results = writeRecords(database, parts, operations, writing, options);
      if (results.some(({ success }) => success)) tellChange();
      return results;
    },
    onChange: (listener) => void listeners.add(listener),
    reset() {
      inTransaction(database, () => {
        for (const object of parts.schema.objects.values()) database.exec(`DELETE FROM "${object.name}"`);
        parts.sequences.clear();
        boot(parts);
      });
      tellChange();
    },
    source: () => deployed.files(),
    deploy(files, { checkOnly }) {
      const deploy = (): DataParts => {
        const loaded = load(files);
        dropPlatformRows(database, parts.schema, loaded.schema);
        dropTables(database, parts.schema, loaded.schema);
        createTables(database, loaded.schema);
        const next = createParts(database, loaded, parts.sequences);
        deployed.keep(files);
        boot(next);
        return next;
      };
      if (checkOnly) {
        inTransaction(database, deploy, { keep: false });
        return;
      }
      parts = inTransaction(database, deploy);
      users = new UserDirectory(database, parts.schema);
      tellChange();
    },
    close: () => {
      database.close();
    },
  };
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result, { keep } = { keep: true }): Result {
  database.exec('SAVEPOINT boot');
  try {
    const result = work();
    if (!keep) database.exec('ROLLBACK TO boot');
    return result;
  } catch (error) {
    database.exec('ROLLBACK TO boot');
    throw error;
  } finally {
    database.exec('RELEASE boot');
  }
}
