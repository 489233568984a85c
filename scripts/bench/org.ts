import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBoot, type BootFigures } from './boot.ts';
import { loadRecords } from './org/load-records.ts';
import { startOrgProcess } from './org/org-process.ts';
import { GROWN, LARGE, writeProject, type ProjectSize } from './org/project.ts';
import { measureRequests, type RequestFigures } from './org/requests.ts';

const CUSTOMERS = 5_000;
const ORDERS = 95_000;

export interface OrgBench {
  boot: Record<'own' | 'grown' | 'large', BootFigures>;
  records: number;
  loadedPerSecond: number;
  /** Processor time that the org takes for one of them. */
  cpuMsPerRecord: number;
  /** The most memory that the process of the org has held, in MB. */
  peakMb: number;
  requestsMs: RequestFigures;
}

/** The org by itself: how fast it is up, what 100,000 records cost, and how fast it answers with them. */
export async function benchOrg(): Promise<OrgBench> {
  const grown = projectOf(GROWN);
  const large = projectOf(LARGE);
  try {
    const boot = {
      own: await benchBoot(),
      grown: await benchBoot(grown),
      large: await benchBoot(large),
    };
    await using org = await startOrgProcess(grown);
    const loaded = await loadRecords(org, { customers: CUSTOMERS, orders: ORDERS });
    const requestsMs = await measureRequests(org, loaded, ORDERS);
    const { peakMb } = await org.usage();
    return {
      boot,
      records: CUSTOMERS + ORDERS,
      loadedPerSecond: loaded.rowsPerSecond,
      cpuMsPerRecord: loaded.cpuMsPerRecord,
      peakMb,
      requestsMs,
    };
  } finally {
    for (const folder of [grown, large]) rmSync(folder, { recursive: true });
  }
}

function projectOf(size: ProjectSize): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'));
  writeProject(folder, size);
  return folder;
}
