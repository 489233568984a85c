import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase, type VirtualClock } from '../core/index.ts';
import { ChangeJournal } from './change-events/index.ts';
import type { PathScheduler } from './automation/index.ts';
import { Components, dropPlatformRows, readPersonas, type BootedRecords, type Person } from './data/boot/index.ts';
import { dropTables, isShared, Sequences, tellsOfHiddenField, writeRecords, type Writing } from './data/index.ts';
import type { SaveResult, User, WriteOperation } from './entities.ts';
import { toId18 } from './ids.ts';
import { keptBoots } from './kept-boot/index.ts';
import { withKnownDocuments } from './known-documents.ts';
import { lazily } from './lazily.ts';
import { createRuntime, readMetadata, type OrgFoundation, type OrgMetadata, type OrgRuntime } from './org-runtime.ts';
import type { Org } from './org.ts';
import { OrgSource, readSource, type SourceFiles } from './org-source/index.ts';

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
  /** Whether flows are held to the governor limits; true when absent. */
  governorLimits?: boolean;
  /** Folder that keeps what was read of the source and, of an org in memory, the first boot of the day; nothing when absent. */
  cache?: string;
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
export async function createOrg({
  source,
  data,
  personas,
  state,
  governorLimits = true,
  cache,
  clock,
}: OrgOptions): Promise<LocalOrg> {
  const database = openDatabase(state, 'salesforce');
  try {
    const files = lazily(() => readSource(source));
    const people = lazily(() => readPersonas(personas));
    const contents = {
      get personas() {
        return people();
      },
      plan: data,
    };
    const isKept = cache !== undefined && state === undefined;
    const kept = isKept
      ? keptBoots(cache, { source, files, people, plan: data, personas, governorLimits, now: clock.now() })
      : undefined;
    const first = kept?.whole.restore(database, clock.now());
    const proven = first ?? kept?.source.restore(database, clock.now());
    const booted = proven?.files ?? files;
    if (proven === undefined) files();
    const components = new Components(database);
    const deployed = new OrgSource(database, source, booted);
    const foundation: OrgFoundation = {
      database,
      clock,
      components,
      sequences: new Sequences(database),
      isLimited: governorLimits,
      journal: new ChangeJournal(database, clock),
      contents,
    };
    const read = (folder: string): OrgMetadata => readMetadata(folder, components);
    const load = (files: SourceFiles): OrgMetadata => OrgSource.lend(files, read);
    const createFirst = (): OrgRuntime => inTransaction(database, () => createRuntime(foundation, deployed.read(read)));
    const compileFirst = (): OrgRuntime =>
      cache === undefined ? createFirst() : withKnownDocuments(documentsFile(cache, source), createFirst);
    const runtime =
      proven === undefined ? compileFirst() : createRuntime(foundation, proven.metadata, { isProven: true });
    const keep = (records: BootedRecords): void =>
      kept?.whole.keep(database, { metadata: runtime.metadata, files: booted, records }, clock.now());
    const open = { foundation, deployed, runtime, load, keep };
    if (first !== undefined) return openOrg({ ...open, records: first.records, isRestored: true });

    // Flows are planned from now on, and not from when the source was compiled.
    if (proven !== undefined) runtime.automation.clear();
    else kept?.source.keep(database, { metadata: runtime.metadata, files: booted, records: undefined }, clock.now());
    return openOrg({ ...open, records: inTransaction(database, () => runtime.boot()), isRestored: false });
  } catch (error) {
    database.close();
    throw error;
  }
}

function documentsFile(cache: string, source: string): string {
  return join(cache, `${hash('sha1', resolve(source))}.json`);
}

interface Opening {
  foundation: OrgFoundation;
  deployed: OrgSource;
  runtime: OrgRuntime;
  records: BootedRecords;
  load: (files: SourceFiles) => OrgMetadata;
  /** Keeps the org as it is in its first boot. */
  keep: (records: BootedRecords) => void;
  isRestored: boolean;
}

function openOrg({ foundation, deployed, records, load, keep, isRestored, ...opening }: Opening): LocalOrg {
  const { database, clock, sequences, journal } = foundation;
  let { runtime } = opening;
  let deployedAt = clock.now();
  const { orgId, people } = records;
  const listeners = new Set<() => void>();
  const tellChange = (): void => {
    for (const listener of listeners) listener();
  };
  const asking = (user: User): Writing =>
    runtime.automation.begin({ user, access: runtime.users.access(user), now: clock.now() });
  const schedule = (): PathScheduler =>
    runtime.automation.schedule({
      defaultWorkflowUser: () => {
        const [user] = people.flatMap(({ userId }) => runtime.users.findUser(userId) ?? []);
        if (user === undefined) throw new TypeError('An org has an administrator');
        return { user, access: runtime.users.access(user) };
      },
      ran: tellChange,
    });
  let scheduler = schedule();
  // Kept with what was due, which would otherwise run at every start.
  if (scheduler.runDue() || !isRestored) keep(records);

  return {
    id: orgId,
    get schema() {
      return runtime.metadata.schema;
    },
    get pages() {
      return runtime.metadata.pages;
    },
    get analytics() {
      return runtime.analytics;
    },
    get deployedAt() {
      return deployedAt;
    },
    database,
    clock,
    people,
    access: (user) => runtime.users.access(user),
    findUser: (idOrUsername) => runtime.users.findUser(idOrUsername),
    findRecord(object, id, { deleted = false, as } = {}) {
      const { store, formulas } = runtime.parts;
      const record = store.find(object, toId18(id) ?? id);
      if (record === undefined || (record['IsDeleted'] === 1 && !deleted)) return undefined;
      if (as === undefined) return record;
      const asked = asking(as);
      if (tellsOfHiddenField(object, record, asked.access)) return undefined;
      return isShared(store, asked.access, object, String(record['Id']), 'read')
        ? store.remembering(() => formulas.complete(object, record, asked))
        : undefined;
    },
    passesLookupFilter: (user, { object, field }, ends) =>
      runtime.parts.lookupFilters.passes(object, field, { ...ends, asking: asking(user) }),
    columnSql: (object, field, alias) =>
      field.calculated ? runtime.parts.formulas.sqlOf(object, field, alias) : `${alias}."${field.name}"`,
    reading: (user, work) => runtime.parts.formulas.reading(asking(user), work),
    write(user: User, operations: WriteOperation[], options: { allOrNone: boolean }): SaveResult[] {
      const results = writeRecords(runtime.parts, operations, asking(user), options);
      runtime.parts.store.refreshStatistics();
      scheduler.arm();
      if (results.some(({ success }) => success)) tellChange();
      return results;
    },
    changeEvents: journal,
    messagesSince: (id) => runtime.automation.messagesSince(id),
    onChange: (listener) => void listeners.add(listener),
    reset() {
      inTransaction(database, () => {
        for (const name of runtime.metadata.schema.objects.keys()) database.exec(`DELETE FROM "${name}"`);
        sequences.clear();
        runtime.parts.bin.clear();
        runtime.automation.clear();
        journal.clear();
        runtime.boot();
      });
      scheduler.arm();
      tellChange();
    },
    source: () => deployed.files(),
    sourceFolder: () => deployed.folder(),
    deploy(files, { checkOnly }) {
      const { metadata } = runtime;
      try {
        const next = inTransaction(
          database,
          () => {
            const after = load(files);
            dropPlatformRows(database, metadata.schema, after);
            dropTables(database, metadata.schema, after.schema);
            const candidate = createRuntime(foundation, after);
            deployed.keep(files);
            candidate.boot();
            return candidate;
          },
          { keep: !checkOnly },
        );
        if (checkOnly) return;
        runtime = next;
      } finally {
        // SQL functions are in no transaction.
        runtime.parts.formulas.registerFunctions();
      }
      deployedAt = laterSecond(deployedAt, clock.now());
      scheduler.close();
      scheduler = schedule();
      tellChange();
    },
    close: () => {
      scheduler.close();
      deployed.close();
      database.close();
    },
  };
}

/** Now, and not within the second of the time before: clients are told whole seconds. */
function laterSecond(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), Math.floor(before.getTime() / 1000) * 1000 + 1000));
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
