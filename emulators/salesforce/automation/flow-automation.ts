import { writeGroups, type Automation, type Change, type DataParts, type Writing } from '../data/index.ts';
import type { RecordError, SObjectType, StoredRecord } from '../entities.ts';
import {
  FlowTransaction,
  runAfterSave,
  runBeforeDelete,
  runBeforeSave,
  runPathBatch,
  toSql,
  type CompiledFlow,
  type FlowPorts,
  type PathBatch,
  type TriggeringRecord,
} from '../flow/index.ts';
import type { Access } from '../org.ts';
import type { FlowGlobals } from './flow-globals.ts';
import { createSender } from './message-sender.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { PathQueue } from './path-queue.ts';

export interface FlowAutomationParts {
  data: DataParts;
  flows: readonly CompiledFlow[];
  globals: FlowGlobals;
  outbox: OutboxStore;
  queue: PathQueue;
}

type Writer = Omit<Writing, 'automation'>;

/** Runs the flows of the org within its writes. */
export class FlowAutomation {
  readonly #parts: FlowAutomationParts;
  readonly #triggered: Set<string>;

  constructor(parts: FlowAutomationParts) {
    this.#parts = parts;
    const active = parts.flows.filter(({ isActive }) => isActive);
    this.#triggered = new Set(active.map(({ triggerType, start }) => `${triggerType} ${start?.object.name ?? ''}`));
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

  #begin(writer: Writer): { writing: Writing; ports: FlowPorts; transaction: FlowTransaction } {
    const transaction = new FlowTransaction();
    const automation: Automation = {
      beforeSave: (object, changes) =>
        this.#isTriggered('RecordBeforeSave', object)
          ? runBeforeSave({ ...run, object, records: changes.map(toTriggering) })
          : changes.map(() => []),
      afterSave: (object, changes) =>
        this.#isTriggered('RecordAfterSave', object)
          ? runAfterSave({ ...run, object, records: changes.map((change) => this.#reread(change)) })
          : changes.map(() => []),
      beforeDelete: (object, records) =>
        runBeforeDelete({ ...run, object, records: records.map((record) => ({ record })) }),
    };
    const writing: Writing = { ...writer, automation };
    const ports = this.#createPorts(writing);
    const run = { flows: this.#parts.flows, ports, transaction };
    return { writing, ports, transaction };
  }

  #isTriggered(trigger: CompiledFlow['triggerType'], { name }: SObjectType): boolean {
    return this.#triggered.has(`${trigger} ${name}`);
  }

  /** With what the database has computed. */
  #reread({ object, before, after }: Change): TriggeringRecord {
    const record = this.#parts.data.store.find(object, String(after['Id'])) ?? after;
    return { record, ...(before !== undefined && { prior: before }) };
  }

  #createPorts(writing: Writing): FlowPorts {
    const { data, globals, outbox, queue } = this.#parts;
    const asSystem: Writing = { ...writing, access: inSystemMode(writing.access) };
    return {
      now: () => writing.now,
      valueOfGlobal: (path) => globals.valueOf(path, writing),
      find(object, id) {
        const record = data.store.find(object, id);
        return record?.['IsDeleted'] === 1 ? undefined : record;
      },
      query(query) {
        const { text, parameters } = toSql(query);
        return data.store.query(text, parameters);
      },
      write: (groups) => writeGroups(data, groups, asSystem),
      outbox: createSender({ ...data, outbox }, writing.now),
      schedule: queue,
    };
  }
}

function toTriggering({ before, after }: Change): { record: StoredRecord; prior?: StoredRecord } {
  return { record: after, ...(before !== undefined && { prior: before }) };
}

/** Flows read and write everything, whoever sets them off. */
function inSystemMode(access: Access): Access {
  return {
    mayRead: () => true,
    mayCreate: () => true,
    mayEdit: () => true,
    mayDelete: () => true,
    mayReadField: () => true,
    mayEditField: () => true,
    hasCustomPermission: (name) => access.hasCustomPermission(name),
  };
}
