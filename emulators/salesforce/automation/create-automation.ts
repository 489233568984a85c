import type { DatabaseSync } from 'node:sqlite';
import type { VirtualClock } from '../../core/index.ts';
import type { DataParts, Writing } from '../data/index.ts';
import { lazily } from '../lazily.ts';
import type { LoadedSource } from '../schema/index.ts';
import { compileSourceFlows, type SourceFlow } from './compile-source-flows.ts';
import { compileEmailAlerts } from './email-alerts.ts';
import { FlowAutomation } from './flow-automation.ts';
import { FlowCalendar } from './flow-calendar.ts';
import { OutboxStore, type OutboxEntry } from './outbox-store.ts';
import { PathQueue } from './path-queue.ts';
import { PathScheduler, type PathSchedulerOptions } from './path-scheduler.ts';

/** The flows of an org, and what they leave behind. */
export interface OrgAutomation {
  begin(writer: Omit<Writing, 'automation'>): Writing;
  messagesSince(id: number): OutboxEntry[];
  /** Forgets messages, as after the first contents are loaded. */
  forgetMessages(): void;
  /** Forgets messages and scheduled paths, and plans scheduled flows anew. */
  clear(): void;
  /** Starts to run scheduled paths and flows when their time comes. */
  schedule(options: PathSchedulerOptions): PathScheduler;
}

interface AutomationOptions {
  clock: VirtualClock;
  isLimited: boolean;
  /** Whether the flows are known to be sound, and planned. */
  isProven: boolean;
}

/** Throws DeployError for a flow that is not sound. */
export function createAutomation(
  database: DatabaseSync,
  data: DataParts,
  source: { flows: SourceFlow[]; emailAlerts: LoadedSource['emailAlerts'] },
  { clock, isLimited, isProven }: AutomationOptions,
): OrgAutomation {
  const alerts = compileEmailAlerts(data, source.emailAlerts);
  const flows = lazily(() =>
    compileSourceFlows(source.flows, {
      schema: data.schema,
      typeOfGlobal: (path) => data.formulas.globals.typeOf(path),
      hasEmailAlert: (name) => alerts.has(name.toLowerCase()),
    }),
  );
  if (!isProven) flows();
  const outbox = new OutboxStore(database);
  const queue = new PathQueue(database);
  const calendar = new FlowCalendar(database, flows);
  if (!isProven) calendar.update(clock.now());
  const automation = new FlowAutomation({ data, flows, alerts, outbox, queue, isLimited });
  return {
    begin: (writer) => automation.begin(writer),
    messagesSince: (id) => outbox.listSince(id),
    forgetMessages: () => {
      outbox.clear();
    },
    clear: () => {
      outbox.clear();
      queue.clear();
      calendar.restart(clock.now());
    },
    schedule: (options) => new PathScheduler({ data, flows, automation, queue, calendar, outbox, clock }, options),
  };
}
