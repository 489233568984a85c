import type { OrgProcess } from './org-process.ts';

/** How long a client waits for a whole answer, in milliseconds. */
export interface Latency {
  median: number;
  p99: number;
  /** Processor time that the org takes for one, on average; other work on the machine matters least here. */
  cpu: number;
  /** The same of the dearest but one in a hundred, with collected garbage if it was this one's turn. */
  cpuP99: number;
}

/** Does something so many times, one after the other, after half as many that do not count: by then Node has compiled it. */
export async function measureLatency(
  org: OrgProcess,
  times: number,
  work: (round: number) => Promise<unknown>,
): Promise<Latency> {
  const warmUp = Math.ceil(times / 2);
  for (let round = 0; round < warmUp; round += 1) await work(round);
  const elapsed: number[] = [];
  const used: number[] = [];
  let { cpuMs: before } = await org.usage();
  for (let round = 0; round < times; round += 1) {
    const begun = performance.now();
    await work(warmUp + round);
    elapsed.push(performance.now() - begun);
    const { cpuMs: after } = await org.usage();
    used.push(after - before);
    before = after;
  }
  return {
    median: percentile(elapsed, 0.5),
    p99: percentile(elapsed, 0.99),
    cpu: rounded(used.reduce((sum, one) => sum + one, 0) / times),
    cpuP99: percentile(used, 0.99),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toFixed(2));
}
