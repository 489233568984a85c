import type { Clock } from '../../core/index.ts';
import { createId } from '../data/index.ts';

/** A report that was run without waiting for it. */
export interface ReportRun {
  id: string;
  reportId: string;
  ownerId: string;
  /** ISO, of the org's clock. */
  requestDate: string;
  completionDate: string;
  hasDetailRows: boolean;
  /** What `executeReport` answered. */
  result: object;
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Asynchronous runs, which are kept for 24 hours. Here each is over when it is asked about. */
export class ReportRuns {
  readonly #clock: Clock;
  #runs: ReportRun[] = [];
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(run: Pick<ReportRun, 'reportId' | 'ownerId' | 'hasDetailRows' | 'result'>): ReportRun {
    const now = this.#clock.now().toISOString();
    this.#count += 1;
    const added = { id: createId('0LG', this.#count), requestDate: now, completionDate: now, ...run };
    this.#runs.push(added);
    return added;
  }

  /** Newest first. */
  of(reportId: string): ReportRun[] {
    const oldest = new Date(this.#clock.now().getTime() - KEPT_MS).toISOString();
    this.#runs = this.#runs.filter(({ requestDate }) => requestDate > oldest);
    return this.#runs.filter((run) => run.reportId === reportId).toReversed();
  }

  remove(id: string): void {
    this.#runs = this.#runs.filter((run) => run.id !== id);
  }

  clear(): void {
    this.#runs = [];
  }
}
