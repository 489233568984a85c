import { systemAccess } from '../access/index.ts';
import { writeGroups, type Automation, type Change, type DataParts, type Writing } from '../data/index.ts';
import type { RecordError, SObjectType, StoredRecord } from '../entities.ts';
import {
  FlowTransaction,
  runAfterSave,
  runBeforeDelete,
  runBeforeSave,
  runPathBatch,
  runScheduled,
  scheduledRecords,
  toSql,
  type CompiledFlow,
  type FlowPorts,
  type PathBatch,
  type TriggeringRecord,
} from '../flow/index.ts';
import { toId18 } from '../ids.ts';
import type { CompiledAlert } from './email-alerts.ts';
import { lazily } from '../lazily.ts';
import { createSender } from './message-sender.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { PathQueue } from './path-queue.ts';
import { UntilWritten } from './until-written.ts';

export interface FlowAutomationParts {
  data: DataParts;
  alerts: ReadonlyMap<string, CompiledAlert>;
  flows: () => readonly CompiledFlow[];
  outbox: OutboxStore;
  queue: PathQueue;
  isLimited: boolean;
}

type Writer = Omit<Writing, 'automation'>;

/** Runs the flows of the org within its writes. */
export class FlowAutomation {
  readonly #parts: FlowAutomationParts;
  readonly #triggered: () => Set<string>;

  constructor(parts: FlowAutomationParts) {
    this.#parts = parts;
    this.#triggered = lazily(() => {
      const active = parts.flows().filter(({ isActive }) => isActive);
      return new Set(active.map(({ triggerType, start }) => `${triggerType} ${start?.object.name ?? ''}`));
    });
  }

  /** Begins one write of a client: the flows of all of its records, and of what they write, share their limits. */
  begin(writer: Writer): Writing {
    return this.#begin(writer).writing;
  }

  /** Runs scheduled paths that are due, and answers what went wrong with each. */
  runPaths(batch: PathBatch, writer: Writer): RecordError[][] {
    const { ports, transaction } = this.#begin(writer);
    return runPathBatch(batch, ports, transaction);
  }

  /** The records for which a scheduled flow is to run; one `undefined` when it runs without any. */
  recordsOf(flow: CompiledFlow, writer: Writer): (StoredRecord | undefined)[] {
    const { ports, transaction } = this.#begin(writer);
    return scheduledRecords(flow, { ports, transaction });
  }

  /** Runs a scheduled flow for these, and answers what went wrong with each. */
  runScheduled(flow: CompiledFlow, records: readonly (StoredRecord | undefined)[], writer: Writer): RecordError[][] {
    const { ports, transaction } = this.#begin(writer);
    return runScheduled(flow, records, { ports, transaction });
  }

  #begin(writer: Writer): { writing: Writing; ports: FlowPorts; transaction: FlowTransaction } {
    const transaction = new FlowTransaction(this.#parts);
    const automation: Automation = {
      beforeSave: (object, changes) => {
        if (!this.#isTriggered('RecordBeforeSave', object)) return changes.map(() => []);
        const records = changes.map((change) => this.#complete(change, change.after, writing));
        const errors = runBeforeSave({ ...run, flows: this.#parts.flows(), object, records });
        for (const [index, { after }] of changes.entries()) takeBack(after, records[index]?.record ?? after);
        return errors;
      },
      afterSave: (object, changes) =>
        this.#isTriggered('RecordAfterSave', object)
          ? runAfterSave({
              ...run,
              flows: this.#parts.flows(),
              object,
              records: changes.map((change) => this.#reread(change, writing)),
            })
          : changes.map(() => []),
      beforeDelete: (object, records) =>
        runBeforeDelete({
          ...run,
          flows: this.#parts.flows(),
          object,
          records: records.map((record) => ({
            record: this.#parts.data.formulas.calculating(object, record, writing),
          })),
        }),
    };
    const writing: Writing = { ...writer, automation };
    const ports = this.#createPorts(writing);
    const run = { ports, transaction };
    return { writing, ports, transaction };
  }

  #isTriggered(trigger: CompiledFlow['triggerType'], { name }: SObjectType): boolean {
    return this.#triggered().has(`${trigger} ${name}`);
  }

  /** With what the database has computed. */
  #reread(change: Change, writing: Writing): TriggeringRecord {
    const { object, after } = change;
    return this.#complete(change, this.#parts.data.store.find(object, String(after['Id'])) ?? after, writing);
  }

  /** With formula fields. */
  #complete({ object, before }: Change, record: StoredRecord, writing: Writing): TriggeringRecord {
    const { formulas } = this.#parts.data;
    return {
      record: formulas.calculating(object, record, writing),
      ...(before !== undefined && { prior: formulas.calculating(object, before, writing) }),
    };
  }

  #createPorts(writing: Writing): FlowPorts {
    const { data, alerts, outbox, queue } = this.#parts;
    const { formulas } = data;
    const found = new UntilWritten<StoredRecord[]>(data.store);
    const asSystem: Writing = { ...writing, access: systemAccess(writing.access) };
    return {
      now: () => writing.now,
      timeZone: writing.user.timeZone ?? 'GMT',
      valueOfGlobal: (path) => formulas.globals.valueOf(path, writing),
      find(object, id, only) {
        const record = data.store.find(object, toId18(id) ?? id);
        if (record === undefined || record['IsDeleted'] === 1) return undefined;
        if (only === undefined) return formulas.calculating(object, record, writing);
        return only.calculated ? { [only.name]: formulas.valueOf(object, only, record, writing) } : record;
      },
      query(query) {
        const { text, parameters } = toSql(query, (field, alias) =>
          field.calculated ? formulas.sqlOf(query.object, field, alias) : `${alias}."${field.name}"`,
        );
        return found.of(JSON.stringify([text, parameters]), () =>
          formulas
            .reading(writing, () => data.store.query(text, parameters))
            .map((record) => formulas.turnCalculating(query.object, record, writing)),
        );
      },
      write: (groups) => writeGroups(data, groups, asSystem),
      outbox: createSender({ ...data, alerts, outbox }, writing),
      schedule: queue,
    };
  }
}

/** What flows gave the fields, without the formula fields that only they were shown. */
function takeBack(after: StoredRecord, filledIn: StoredRecord): void {
  for (const name of Object.keys(filledIn)) {
    const value = filledIn[name] ?? null;
    if (value !== after[name]) after[name] = value;
  }
}
