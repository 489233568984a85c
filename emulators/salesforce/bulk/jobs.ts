import { setImmediate as breath } from 'node:timers/promises';
import { createId } from '../data/index.ts';
import type { SObjectType } from '../entities.ts';
import type { Org } from '../org.ts';
import { BadFile, processFile, type IngestJob } from './ingest-job.ts';
import type { Job } from './job.ts';
import { runQueryJob, type QueryJob } from './query-job.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEPT = 7 * DAY;

/** The jobs of the last seven days, in memory, and the work on them. */
export class BulkJobs {
  readonly #org: Org;
  readonly #ingest = new Map<string, IngestJob>();
  readonly #query = new Map<string, QueryJob>();
  #next = 1;
  #isClosed = false;

  constructor(org: Org) {
    this.#org = org;
  }

  /** What is the same for every new job. */
  begin(): Pick<Job, 'id' | 'createdAt' | 'changedAt' | 'processed' | 'processingTime'> {
    const now = this.#org.clock.now();
    return { id: createId('750', this.#next++), createdAt: now, changedAt: now, processed: 0, processingTime: 0 };
  }

  ingest(id: string): IngestJob | undefined {
    return this.#recent(this.#ingest).get(id);
  }

  query(id: string): QueryJob | undefined {
    return this.#recent(this.#query).get(id);
  }

  ingestJobs(): IngestJob[] {
    return [...this.#recent(this.#ingest).values()];
  }

  queryJobs(): QueryJob[] {
    return [...this.#recent(this.#query).values()];
  }

  addIngest(job: IngestJob): void {
    this.#ingest.set(job.id, job);
  }

  startIngest(job: IngestJob, object: SObjectType): void {
    void this.#work(job, () => processFile(this.#org, job, object));
  }

  startQuery(job: QueryJob, columns: string[]): void {
    this.#query.set(job.id, job);
    void this.#work(job, () => runQueryJob(this.#org, job, columns));
  }

  /** A new state, stamped. */
  enter(job: Job, state: Job['state']): void {
    job.state = state;
    job.changedAt = this.#org.clock.now();
  }

  delete(id: string): void {
    this.#ingest.delete(id);
    this.#query.delete(id);
  }

  /** Forgets all jobs; what runs stops at its next transaction. */
  clear(): void {
    for (const job of [...this.#ingest.values(), ...this.#query.values()]) {
      if (job.state === 'InProgress' || job.state === 'UploadComplete') job.state = 'Aborted';
    }
    this.#ingest.clear();
    this.#query.clear();
  }

  close(): void {
    this.#isClosed = true;
    this.clear();
  }

  async #work(job: Job, work: () => Promise<void> | void): Promise<void> {
    await breath();
    if (this.#isClosed || job.state !== 'UploadComplete') return;
    this.enter(job, 'InProgress');
    const started = performance.now();
    try {
      await work();
      if (this.#isStillRunning(job)) this.enter(job, 'JobComplete');
    } catch (error) {
      job.errorMessage = error instanceof BadFile ? error.message : `InternalServerError : ${String(error)}`;
      this.enter(job, 'Failed');
    }
    job.processingTime = Math.round(performance.now() - started);
  }

  // An abort that came in between has changed the state.
  #isStillRunning(job: Job): boolean {
    return job.state === 'InProgress';
  }

  #recent<Kind extends Job>(jobs: Map<string, Kind>): Map<string, Kind> {
    const oldest = this.#org.clock.now().getTime() - KEPT;
    for (const [id, { createdAt }] of jobs) if (createdAt.getTime() < oldest) jobs.delete(id);
    return jobs;
  }
}
