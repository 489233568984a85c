import type { VirtualClock } from '../../core/index.ts';
import type { DataParts, Writing } from '../data/index.ts';
import { toPathBatches, type CompiledFlow, type PathBatch, type PlannedPath } from '../flow/index.ts';
import type { FlowAutomation } from './flow-automation.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { PathQueue } from './path-queue.ts';

interface PathSchedulerParts {
  data: DataParts;
  flows: readonly CompiledFlow[];
  automation: FlowAutomation;
  queue: PathQueue;
  outbox: OutboxStore;
  clock: VirtualClock;
}

export interface PathSchedulerOptions {
  /** Whom scheduled paths run as, and who is told when one fails. */
  defaultWorkflowUser: () => Pick<Writing, 'user' | 'access'>;
  /** Called when paths have run. */
  ran: () => void;
}

/** Timers take no longer delay. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Runs scheduled paths when their time comes, by the virtual clock, each batch undone by itself when it fails. */
export class PathScheduler {
  readonly #parts: PathSchedulerParts;
  readonly #options: PathSchedulerOptions;
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PathSchedulerParts, options: PathSchedulerOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#stopListening = parts.clock.onMove(() => {
      this.#runDue();
    });
    this.arm();
  }

  /** Sets the timer for what is due next. To be called after each write. */
  arm(): void {
    clearTimeout(this.#timer);
    const { queue, clock } = this.#parts;
    const next = queue.nextAt;
    if (next === undefined) return;
    const delay = Math.min(Math.max(next.getTime() - clock.now().getTime(), 0), LONGEST_DELAY);
    this.#timer = setTimeout(() => {
      this.#runDue();
    }, delay);
    this.#timer.unref();
  }

  close(): void {
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  /** Runs everything whose time has come, and what becomes due by that. */
  #runDue(): void {
    const { data, queue, clock } = this.#parts;
    const done = new Set<string>();
    while ((queue.nextAt ?? Infinity) <= clock.now()) {
      data.store.remembering(() => {
        data.store.attempt(() => {
          this.#runAll(queue.takeDue(clock.now()), done);
          return { keep: true, result: undefined };
        });
      });
      this.#options.ran();
    }
    this.arm();
  }

  #runAll(due: PlannedPath[], done: Set<string>): void {
    const { data, flows } = this.#parts;
    const repeated = due.filter((planned) => done.has(keyOf(planned)));
    for (const { flow, recordId } of repeated) {
      this.#tell(labelOf(flows, flow), recordId, 'A scheduled path set itself off again for the same moment.');
    }
    const fresh = due.filter((planned) => !done.has(keyOf(planned)));
    for (const planned of fresh) done.add(keyOf(planned));
    for (const batch of toPathBatches(flows, fresh)) this.#run(batch);
    data.sequences.save();
  }

  /** Those that fail are undone and told to the administrator; the others are tried again without them. */
  #run(batch: PathBatch): void {
    const { automation, data, clock } = this.#parts;
    const writer = { ...this.#options.defaultWorkflowUser(), now: clock.now() };
    let open = batch.planned;
    while (open.length > 0) {
      const errors = data.store.attempt(() => {
        const result = automation.runPaths({ ...batch, planned: open }, writer);
        return { keep: result.every((found) => found.length === 0), result };
      });
      if (errors.every((found) => found.length === 0)) return;
      for (const [index, { recordId }] of open.entries()) {
        for (const { message } of errors[index] ?? []) this.#tell(batch.flow.label, recordId, message);
      }
      open = open.filter((_, index) => errors[index]?.length === 0);
    }
  }

  #tell(flow: string, recordId: string, body: string): void {
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
