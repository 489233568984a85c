import { GoogleError } from './errors.ts';

export type QuotaKind = 'read' | 'write';

const MINUTE_MS = 60_000;
const PROJECT = 'project';
const PROJECT_NUMBER = '100000000000';

/** How many requests of each kind one user, and all users together, may make in a minute; undefined is no limit. */
export interface QuotaLimits {
  perUser: number | undefined;
  perProject: number | undefined;
}

/** What one user, or the `project`, made of one kind. Refused requests are not among those made. */
export interface QuotaCount {
  who: string;
  kind: QuotaKind;
  inLastMinute: number;
  /** The most that were ever made in any sixty seconds. */
  mostInAMinute: number;
  made: number;
  refused: number;
}

/**
 * Counts reads and writes over the last sixty seconds of the virtual clock. Google says that quotas are refilled every
 * minute and not how; a window that slides is the strictest reading.
 * https://developers.google.com/workspace/sheets/api/limits
 */
export class Quotas {
  limits: QuotaLimits;
  readonly #ledgers = new Map<string, Ledger>();

  constructor(limits: QuotaLimits) {
    this.limits = limits;
  }

  /** Counts one request, or refuses it when the last minute is used up. */
  spend(kind: QuotaKind, email: string, now: Date): void {
    const { perUser, perProject } = this.limits;
    const [user, project] = [this.#ledger(kind, email), this.#ledger(kind, PROJECT)];
    if (user.isFull(perUser, now)) throw exhausted(kind, 'PerUser', perUser ?? 0);
    if (project.isFull(perProject, now)) throw exhausted(kind, '', perProject ?? 0);
    user.add(now);
    project.add(now);
  }

  counts(now: Date): QuotaCount[] {
    return [...this.#ledgers.values()].map((ledger) => ledger.count(now));
  }

  /** Forgets what was counted; limits stay. */
  clear(): void {
    this.#ledgers.clear();
  }

  #ledger(kind: QuotaKind, who: string): Ledger {
    const key = `${kind} ${who}`;
    const ledger = this.#ledgers.get(key) ?? new Ledger(who, kind);
    this.#ledgers.set(key, ledger);
    return ledger;
  }
}

/** The requests of one kind that one user made. */
class Ledger {
  readonly #who: string;
  readonly #kind: QuotaKind;
  #times: number[] = [];
  #made = 0;
  #refused = 0;
  #most = 0;

  constructor(who: string, kind: QuotaKind) {
    this.#who = who;
    this.#kind = kind;
  }

  isFull(limit: number | undefined, now: Date): boolean {
    const full = limit !== undefined && this.#recent(now).length >= limit;
    if (full) this.#refused += 1;
    return full;
  }

  add(now: Date): void {
    this.#recent(now).push(now.getTime());
    this.#made += 1;
    this.#most = Math.max(this.#most, this.#times.length);
  }

  count(now: Date): QuotaCount {
    return {
      who: this.#who,
      kind: this.#kind,
      inLastMinute: this.#recent(now).length,
      mostInAMinute: this.#most,
      made: this.#made,
      refused: this.#refused,
    };
  }

  /** A clock that was put back makes what came after it forgotten. */
  #recent(now: Date): number[] {
    const time = now.getTime();
    const isRecent = (one: number | undefined): boolean => one === undefined || (one > time - MINUTE_MS && one <= time);
    if (!isRecent(this.#times[0]) || !isRecent(this.#times.at(-1))) this.#times = this.#times.filter(isRecent);
    return this.#times;
  }
}

function exhausted(kind: QuotaKind, whose: 'PerUser' | '', limit: number): GoogleError {
  const name = kind === 'read' ? 'Read' : 'Write';
  return new GoogleError(
    429,
    `Quota exceeded for quota metric '${name} requests' and limit '${name} requests per minute${whose && ' per user'}' of service ` +
      `'sheets.googleapis.com' for consumer 'project_number:${PROJECT_NUMBER}'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          service: 'sheets.googleapis.com',
          consumer: `projects/${PROJECT_NUMBER}`,
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          quota_limit: `${name}RequestsPerMinute${whose || 'PerProject'}`,
          quota_limit_value: String(limit),
          quota_location: 'global',
        },
      },
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [
          {
            description: 'Request a higher quota limit.',
            url: 'https://cloud.google.com/docs/quotas/help/request_increase',
          },
        ],
      },
    ],
  );
}
