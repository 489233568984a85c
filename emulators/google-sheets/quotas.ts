import { GoogleError } from './errors.ts';

export type QuotaKind = 'read' | 'write';

const MINUTE_MS = 60_000;
const PROJECT_NUMBER = '100000000000';

/**
 * Counts each caller's reads and writes per minute of the virtual clock.
 * https://developers.google.com/workspace/sheets/api/limits
 */
export class Quotas {
  /** Requests of each kind per minute and user; undefined switches the count off. */
  perMinute: number | undefined;
  #minute = -1;
  readonly #used = new Map<string, number>();

  constructor(perMinute: number | undefined) {
    this.perMinute = perMinute;
  }

  /** Counts one request, or refuses it when its minute is used up. */
  spend(kind: QuotaKind, email: string, now: Date): void {
    if (this.perMinute === undefined) return;
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#used.clear();
    }
    const key = `${kind} ${email}`;
    const used = this.#used.get(key) ?? 0;
    if (used >= this.perMinute) throw exhausted(kind, this.perMinute);
    this.#used.set(key, used + 1);
  }
}

function exhausted(kind: QuotaKind, limit: number): GoogleError {
  const name = kind === 'read' ? 'Read' : 'Write';
  return new GoogleError(
    429,
    `Quota exceeded for quota metric '${name} requests' and limit '${name} requests per minute per user' of service ` +
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
          quota_limit: `${name}RequestsPerMinutePerUser`,
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
