import { LimitFault } from './errors.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm */
const MOST = {
  queries: 100,
  queryRows: 50_000,
  writes: 150,
  writtenRows: 10_000,
  depth: 16,
  /** The platform counts processor time; elements stand for it, so that a flow that goes in circles ends. */
  elements: 200_000,
};

/**
 * What the flows of one save may use together, those of the saves within it too.
 *
 * Make one for each write of a client, and hand it on to every run within.
 */
export class FlowTransaction {
  readonly #isLimited: boolean;
  #queries = 0;
  #queryRows = 0;
  #writes = 0;
  #writtenRows = 0;
  #elements = 0;
  #depth = 0;

  /** Without limits, only a flow that never ends is stopped. */
  constructor({ isLimited }: { isLimited: boolean }) {
    this.#isLimited = isLimited;
  }

  /** Whether a flow is writing right now. */
  get isWithinWrite(): boolean {
    return this.#depth > 0;
  }

  countElement(): void {
    this.#elements++;
    if (this.#elements > MOST.elements) throw exceeded('Apex CPU time limit exceeded');
  }

  countQuery(): void {
    this.#queries++;
    if (this.#isLimited && this.#queries > MOST.queries) throw exceeded(`Too many SOQL queries: ${this.#queries}`);
  }

  countQueryRows(rows: number): void {
    this.#queryRows += rows;
    if (this.#isLimited && this.#queryRows > MOST.queryRows)
      throw exceeded(`Too many query rows: ${MOST.queryRows + 1}`);
  }

  countWrite(rows: number): void {
    this.#writes++;
    this.#writtenRows += rows;
    if (!this.#isLimited) return;
    if (this.#writes > MOST.writes) throw exceeded(`Too many DML statements: ${this.#writes}`);
    if (this.#writtenRows > MOST.writtenRows) throw exceeded(`Too many DML rows: ${this.#writtenRows}`);
  }

  /** Does a write, whose own flows are one level further in. */
  within<Result>(write: () => Result): Result {
    if (this.#depth === MOST.depth) throw exceeded('Maximum trigger depth exceeded');
    this.#depth++;
    try {
      return write();
    } finally {
      this.#depth--;
    }
  }
}

function exceeded(what: string): LimitFault {
  return new LimitFault(`LIMIT_EXCEEDED: System.LimitException: ${what}`);
}
