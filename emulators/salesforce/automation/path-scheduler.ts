import type { VirtualClock } from '../../core/index.ts';
import type { DataParts, Writing } from '../data/index.ts';
import { toPathBatches, type CompiledFlow, type PathBatch, type PlannedPath } from '../flow/index.ts';
import type { RecordError } from '../entities.ts';
import type { FlowAutomation } from './flow-automation.ts';
import type { FlowCalendar } from './flow-calendar.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { PathQueue } from './path-queue.ts';

interface PathSchedulerParts {
  data: DataParts;
  flows: () => readonly CompiledFlow[];
  automation: FlowAutomation;
  queue: PathQueue;
  calendar: FlowCalendar;
  outbox: OutboxStore;
  clock: VirtualClock;
}

export interface PathSchedulerOptions {
  /** Whom scheduled paths and flows run as, and who is told when one fails. */
  defaultWorkflowUser: () => Pick<Writing, 'user' | 'access'>;
  /** Called when paths have run. */
  ran: () => void;
}

/** What is run side by side, such as a path for several records. */
interface Runnable<One> {
  idOf(one: One): string | null;
  /** Answers what went wrong with each. */
  run(open: readonly One[], writer: Omit<Writing, 'automation'>): RecordError[][];
}

/** Records of one run of a scheduled flow. */
const BATCH_SIZE = 200;

/** Timers take no longer delay. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Runs scheduled paths and flows when their time comes, by the virtual clock, each batch undone by itself when it fails. */
export class PathScheduler {
  readonly #parts: PathSchedulerParts;
  readonly #options: PathSchedulerOptions;
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PathSchedulerParts, options: PathSchedulerOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#stopListening = parts.clock.onMove(() => {
      this.runDue();
    });
    this.arm();
  }

  /** Sets the timer for what is due next. To be called after each write. */
  arm(): void {
    clearTimeout(this.#timer);
    const { clock } = this.#parts;
    const next = this.#nextAt;
    if (next === undefined) return;
    const delay = Math.min(Math.max(next.getTime() - clock.now().getTime(), 0), LONGEST_DELAY);
    this.#timer = setTimeout(() => {
      this.runDue();
    }, delay);
    this.#timer.unref();
  }

  close(): void {
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  get #nextAt(): Date | undefined {
    const { queue, calendar } = this.#parts;
    const times = [queue.nextAt, calendar.nextAt].filter((time) => time !== undefined);
    return times.toSorted((left, right) => left.getTime() - right.getTime())[0];
  }

  /** Runs everything whose time has come, and what becomes due by that. Answers whether there was anything. */
  runDue(): boolean {
    let hasRun = false;
    const { data, queue, calendar, clock } = this.#parts;
    const done = new Set<string>();
    while ((this.#nextAt ?? Infinity) <= clock.now()) {
      data.store.remembering(() => {
        data.store.attempt(() => {
          for (const flow of calendar.takeDue(clock.now())) this.#runFlow(flow);
          this.#runAll(queue.takeDue(clock.now()), done);
          return { keep: true, result: undefined };
        });
      });
      hasRun = true;
      this.#options.ran();
    }
    this.arm();
    return hasRun;
  }

  #runAll(due: PlannedPath[], done: Set<string>): void {
    const { data, flows } = this.#parts;
    const repeated = due.filter((planned) => done.has(keyOf(planned)));
    for (const { flow, recordId } of repeated) {
      this.#tell(labelOf(flows(), flow), recordId, 'A scheduled path set itself off again for the same moment.');
    }
    const fresh = due.filter((planned) => !done.has(keyOf(planned)));
    for (const planned of fresh) done.add(keyOf(planned));
    for (const batch of toPathBatches(flows(), fresh)) this.#runPaths(batch);
    data.sequences.save();
  }

  #runPaths({ planned, ...batch }: PathBatch): void {
    const { automation } = this.#parts;
    this.#run(batch.flow.label, planned, {
      idOf: ({ recordId }) => recordId,
      run: (open, writer) => automation.runPaths({ ...batch, planned: open }, writer),
    });
  }

  #runFlow(flow: CompiledFlow): void {
    const { automation } = this.#parts;
    const records = automation.recordsOf(flow, this.#writer);
    for (let first = 0; first < records.length; first += BATCH_SIZE) {
      this.#run(flow.label, records.slice(first, first + BATCH_SIZE), {
        idOf: (record) => (typeof record?.['Id'] === 'string' ? record['Id'] : null),
        run: (open, writer) => automation.runScheduled(flow, open, writer),
      });
    }
  }

  get #writer(): Omit<Writing, 'automation'> {
    return { ...this.#options.defaultWorkflowUser(), now: this.#parts.clock.now() };
  }

  /** Those that fail are undone and told to the administrator; the others are tried again without them. */
  #run<One>(label: string, all: readonly One[], runnable: Runnable<One>): void {
    const { data } = this.#parts;
    let open = all;
    while (open.length > 0) {
      const errors = data.store.attempt(() => {
        const result = runnable.run(open, this.#writer);
        return { keep: result.every((found) => found.length === 0), result };
      });
      if (errors.every((found) => found.length === 0)) return;
      for (const [index, one] of open.entries()) {
        for (const { message } of errors[index] ?? []) this.#tell(label, runnable.idOf(one), message);
      }
      open = open.filter((_, index) => errors[index]?.length === 0);
    }
  }

  #tell(flow: string, recordId: string | null, body: string): void {
    const { outbox, clock } = this.#parts;
    const { user } = this.#options.defaultWorkflowUser();
    outbox.send({
      kind: 'flowError',
      at: clock.now().toISOString(),
      recipients: [{ id: user.id, name: user.name }],
      title: `Error Occurred During Flow "${flow}"`,
      body,
      targetId: recordId,
    });
  }
}

function keyOf({ flow, path, recordId }: PlannedPath): string {
  return `${flow} ${path} ${recordId}`;
}

function labelOf(flows: readonly CompiledFlow[], wanted: string): string {
  return flows.find(({ name }) => name === wanted)?.label ?? wanted;
}
