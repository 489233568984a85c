import { createRequire } from 'node:module';

interface Test {
  path: string;
}

interface Sequencer {
  sort(tests: readonly Test[]): Test[];
}

const { default: JestSequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as {
  default: new (options: unknown) => Sequencer;
};

/** Test files that take long, longest first: real commands, processes that are killed, thousands of rows, browsers. */
const LONG = [
  /\/sf-cli\.test/,
  /\/(triage-a-request|hand-off)\.pages\.test/,
  /\/(crash|rank-in-bulk)\.test/,
  /\.pages\.test/,
  /\/(end-to-end|integration)\//,
  /\/(metadata|conformance)\//,
];

/**
 * Long test files first, so that no worker is left with one at the end; then as Jest orders them. Jest knows how long a
 * file takes only where it ran before.
 */
export default class LongestFirst extends JestSequencer {
  override sort(tests: readonly Test[]): Test[] {
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }: Test): number {
  const place = LONG.findIndex((pattern) => pattern.test(path));
  return place === -1 ? LONG.length : place;
}
