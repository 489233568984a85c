/** How long something takes, in milliseconds. */
export interface Latency {
  median: number;
  p99: number;
}

/** Does something so many times, one after the other, after some times that do not count. */
export async function measureLatency(times: number, work: (round: number) => Promise<unknown>): Promise<Latency> {
  const warmUp = Math.ceil(times / 10);
  for (let round = 0; round < warmUp; round += 1) await work(round);
  const elapsed: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const begun = performance.now();
    await work(warmUp + round);
    elapsed.push(performance.now() - begun);
  }
  elapsed.sort((one, other) => one - other);
  return { median: percentile(elapsed, 0.5), p99: percentile(elapsed, 0.99) };
}

function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return Number(value.toFixed(2));
}
