import { createRandom } from './random.ts';

/** What goes wrong with a request. `replyLost` lets the vendor do the work and then drops the connection. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'latency'; ms: number }
  | { kind: 'reset' }
  | { kind: 'replyLost' };

/** Which requests a fault befalls: all that match, after the first `skip`, at most `times`, each with `probability`. */
export interface FaultRule {
  fault: Fault;
  /** HTTP method, any when absent. */
  method?: string;
  /** Regular expression on the path with its query, any when absent. */
  path?: string;
  skip?: number;
  times?: number;
  probability?: number;
}

interface ArmedRule extends FaultRule {
  seen: number;
  fired: number;
}

/** Failures injected on purpose, by rule, count and seed; never by chance alone. */
export class Faults {
  readonly #random: () => number;
  readonly #listeners = new Set<(fault: Fault) => void>();
  #rules: ArmedRule[] = [];

  constructor(seed = 1) {
    this.#random = createRandom(seed);
  }

  add(rule: FaultRule): void {
    if (rule.path !== undefined) new RegExp(rule.path);
    this.#rules.push({ ...rule, seen: 0, fired: 0 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** Calls back when a fault befalls a request. Returns the function that stops it. */
  onFired(listener: (fault: Fault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The fault for this request, and counts it. The first matching rule decides. */
  next(method: string, path: string): Fault | undefined {
    for (const rule of this.#rules) {
      if (rule.method !== undefined && rule.method !== method) continue;
      if (rule.path !== undefined && !new RegExp(rule.path).test(path)) continue;
      rule.seen += 1;
      if (rule.seen <= (rule.skip ?? 0)) continue;
      if (rule.fired >= (rule.times ?? Infinity)) continue;
      if (this.#random() >= (rule.probability ?? 1)) continue;
      rule.fired += 1;
      for (const listener of this.#listeners) listener(rule.fault);
      return rule.fault;
    }
    return undefined;
  }
}
