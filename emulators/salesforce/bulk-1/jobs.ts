import { setImmediate as breath } from 'node:timers/promises';
import { BadFile } from '../bulk/index.ts';
import { createId } from '../data/index.ts';
import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { AsyncBatch, AsyncJob } from './job.ts';
import { isQuery } from './job.ts';
import { runQueryBatch } from './query-batch.ts';
import { writeBatch } from './write-batch.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEPT = 7 * DAY;

/** The jobs of the last seven days, in memory. Batches are processed one after the other, in the order they came. */
export class AsyncJobs {
  readonly #org: Org;
  readonly #jobs = new Map<string, AsyncJob>();
  #nextBatch = 1;
  #nextResult = 1;
  #queue = Promise.resolve();
  #isClosed = false;

  constructor(org: Org) {
    this.#org = org;
  }

  add(job: AsyncJob): void {
    this.#jobs.set(job.id, job);
  }

  find(id: string): AsyncJob | undefined {
    const oldest = this.#org.clock.now().getTime() - KEPT;
    for (const job of this.#jobs.values()) if (job.createdAt.getTime() < oldest) this.#jobs.delete(job.id);
    return this.#jobs.get(id) ?? [...this.#jobs.values()].find((job) => job.id.slice(0, 15) === id);
  }

  /** Puts a batch in the queue. */
  addBatch(job: AsyncJob, content: Buffer): AsyncBatch {
    const now = this.#org.clock.now();
    const id = createId('751', this.#nextBatch++);
    const times = { createdAt: now, changedAt: now, processingTime: 0 };
    const batch: AsyncBatch = { id, content, state: 'Queued', ...times, outcomes: [] };
    job.batches.push(batch);
    this.#queue = this.#queue.then(() => this.#process(job, batch));
    return batch;
  }

  /** Takes no more batches; an aborted job also leaves undone what is still in the queue. */
  end(job: AsyncJob, state: 'Closed' | 'Aborted'): void {
    job.state = state;
    job.changedAt = this.#org.clock.now();
    if (state === 'Closed') return;
    for (const batch of job.batches) if (batch.state === 'Queued') this.#enter(batch, 'NotProcessed');
  }

  /** Forgets all jobs; what runs stops at its next transaction. */
  clear(): void {
    for (const { batches } of this.#jobs.values()) {
      for (const batch of batches) if (!isOver(batch)) batch.state = 'NotProcessed';
    }
    this.#jobs.clear();
  }

  close(): void {
    this.#isClosed = true;
    this.clear();
  }

  async #process(job: AsyncJob, batch: AsyncBatch): Promise<void> {
    await breath();
    if (this.#isClosed || batch.state !== 'Queued') return;
    this.#enter(batch, 'InProgress');
    const started = performance.now();
    try {
      if (isQuery(job.operation)) this.#query(job, batch);
      else await writeBatch(this.#org, job, job.operation, batch);
      if (!isOver(batch)) this.#enter(batch, 'Completed');
    } catch (error) {
      batch.stateMessage = toMessage(error);
      this.#enter(batch, 'Failed');
    }
    batch.processingTime = Math.round(performance.now() - started);
  }

  #query(job: AsyncJob, batch: AsyncBatch): void {
    const id = createId('752', this.#nextResult++).slice(0, 15);
    batch.result = { id, ...runQueryBatch(this.#org, job, batch) };
  }

  #enter(batch: AsyncBatch, state: AsyncBatch['state']): void {
    batch.state = state;
    batch.changedAt = this.#org.clock.now();
  }
}

function isOver({ state }: AsyncBatch): boolean {
  return state !== 'Queued' && state !== 'InProgress';
}

function toMessage(error: unknown): string {
  if (error instanceof BadFile) return error.message;
  const [entry] = error instanceof ApiError ? error.entries : [];
  if (entry === undefined) return `InternalServerError : ${String(error)}`;
  return `InvalidBatch : Failed to process query: ${entry.errorCode}: ${entry.message}`;
}
