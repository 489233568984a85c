import type { DatabaseSync } from 'node:sqlite';
import { openDatabase, type VirtualClock } from '../core/index.ts';
import { UserDirectory } from './access/index.ts';
import { createAutomation, type OrgAutomation } from './automation/index.ts';
import {
  bootRecords,
  Components,
  FISCAL_YEAR_START_MONTH,
  readPersonas,
  type BootedRecords,
  type Person,
} from './data/boot/index.ts';
import {
  createId,
  createKeyPrefix,
  createMetadataKeyPrefix,
  createTables,
  FormulaFields,
  FormulaRules,
  RecordStore,
  RollUps,
  Sequences,
  writeRecords,
  type DataParts,
  type Writing,
} from './data/index.ts';
import type { SaveResult, User, WriteOperation } from './entities.ts';
import { toId18 } from './ids.ts';
import type { Org } from './org.ts';
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
  const database = openDatabase(state, 'salesforce');
  try {
    const components = new Components(database);
    const loaded = loadNumbered(source, components);
    createTables(database, loaded.schema);
    const parts = createParts(database, loaded);
    const automation = createAutomation(database, parts, loaded, clock);
    const contents = { notificationTypes: loaded.notificationTypes, personas: readPersonas(personas), plan: data };
    const boot = (): BootedRecords => bootRecords(parts, components, contents, automation, clock.now());
    return openOrg({ database, parts, automation, clock, boot });
  } catch (error) {
    database.close();
    throw error;
  }
}

function loadNumbered(source: string, components: Components): LoadedSource {
  return loadSchema(source, {
    keyPrefixOf: (object) =>
      object.endsWith('__mdt')
        ? components.given('metadata key prefix', object, createMetadataKeyPrefix)
        : components.given('key prefix', object, createKeyPrefix),
    recordTypeIdOf: (object, name) =>
      components.given('RecordType', `${object}.${name}`, (number) => createId('012', number + 1)),
  });
}

function createParts(database: DatabaseSync, { schema, stages }: LoadedSource): DataParts {
  const store = new RecordStore(database, schema);
  const formulas = new FormulaFields(database, schema, store);
  return {
    schema,
    store,
    formulas,
    rollUps: new RollUps(database, schema, formulas),
    sequences: new Sequences(database),
    rules: new FormulaRules(schema, formulas),
    facts: { stages, fiscalYearStartMonth: FISCAL_YEAR_START_MONTH },
  };
}

interface Opening {
  database: DatabaseSync;
  parts: DataParts;
  automation: OrgAutomation;
  clock: VirtualClock;
  boot: () => BootedRecords;
}

function openOrg({ database, parts, automation, clock, boot }: Opening): LocalOrg {
  const { schema, store, sequences, formulas } = parts;
  const { orgId, people } = inTransaction(database, boot);
  const users = new UserDirectory(database, schema);
  const listeners = new Set<() => void>();
  const tellChange = (): void => {
    for (const listener of listeners) listener();
  };
  const asking = (user: User): Writing => automation.begin({ user, access: users.access(user), now: clock.now() });
  const scheduler = automation.schedule({
    defaultWorkflowUser: () => {
      const [user] = people.flatMap(({ userId }) => users.findUser(userId) ?? []);
      if (user === undefined) throw new TypeError('An org has an administrator');
      return { user, access: users.access(user) };
    },
    ran: tellChange,
  });

  return {
    id: orgId,
    schema,
    database,
    clock,
    people,
    access: (user) => users.access(user),
    findUser: (idOrUsername) => users.findUser(idOrUsername),
    findRecord(object, id, { deleted = false, as } = {}) {
      const record = store.find(object, toId18(id) ?? id);
      if (record === undefined || (record['IsDeleted'] === 1 && !deleted)) return undefined;
      return as === undefined ? record : formulas.complete(object, record, asking(as));
    },
    columnSql: (object, field, alias) =>
      field.calculated ? formulas.sqlOf(object, field, alias) : `${alias}."${field.name}"`,
    reading: (user, work) => formulas.reading(asking(user), work),
    write(user: User, operations: WriteOperation[], options: { allOrNone: boolean }): SaveResult[] {
      const results = writeRecords(parts, operations, asking(user), options);
      scheduler.arm();
      if (results.some(({ success }) => success)) tellChange();
      return results;
    },
    messagesSince: (id) => automation.messagesSince(id),
    onChange: (listener) => void listeners.add(listener),
    reset() {
      inTransaction(database, () => {
        for (const object of schema.objects.values()) database.exec(`DELETE FROM "${object.name}"`);
        sequences.clear();
        automation.clear();
        boot();
      });
      scheduler.arm();
      tellChange();
    },
    close: () => {
      scheduler.close();
      database.close();
    },
  };
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('SAVEPOINT boot');
  try {
    return work();
  } catch (error) {
    database.exec('ROLLBACK TO boot');
    throw error;
  } finally {
    database.exec('RELEASE boot');
  }
}
