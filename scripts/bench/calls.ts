import type { LoggedRequest } from '../../emulators/core/index.ts';
import type { RunningEmulators } from '../../emulators/index.ts';

/** Requests that reached each vendor, sign-in left out. */
export interface Calls {
  salesforce: number;
  sheetsReads: number;
  sheetsWrites: number;
  vitally: number;
  slack: number;
}

// These answer what they are asked and change nothing, though they are POSTs.
const READING_POST = /:batchGetByDataFilter|:getByDataFilter|developerMetadata:search/;

type Vendors = Pick<RunningEmulators, 'salesforce' | 'googleSheets' | 'vitally' | 'slack'>;

/** Counts what the emulators got since the last `forgetCalls`. */
export function countCalls({ salesforce, googleSheets, vitally, slack }: Vendors): Calls {
  const sheets = (googleSheets?.requests.list() ?? []).filter(({ path }) => path.startsWith('/v4/'));
  const reads = sheets.filter(({ method, path }) => method === 'GET' || READING_POST.test(path)).length;
  return {
    salesforce: count(salesforce?.requests.list(), ({ path }) => path.includes('/services/data/')),
    sheetsReads: reads,
    sheetsWrites: sheets.length - reads,
    vitally: count(vitally?.requests.list(), ({ path }) => path.startsWith('/resources/')),
    slack: count(slack?.requests.list(), ({ path }) => path.startsWith('/api/')),
  };
}

export function forgetCalls({ salesforce, googleSheets, vitally, slack }: Vendors): void {
  for (const emulator of [salesforce, googleSheets, vitally, slack]) emulator?.requests.clear();
}

function count(requests: readonly LoggedRequest[] = [], isOurs: (request: LoggedRequest) => boolean): number {
  return requests.filter(isOurs).length;
}
