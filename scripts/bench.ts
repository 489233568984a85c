// npm run bench [-- start|cycle|mirror|lag|org|pages …] [--seed N]: measures on this machine and prints one JSON line, of
// all when none is named. Compare counts and ratios, not seconds.
import { parseArgs } from 'node:util';
import { benchCycle } from './bench/cycle.ts';
import { benchLag } from './bench/lag.ts';
import { benchOrg } from './bench/org.ts';
import { benchMirror } from './bench/mirror.ts';
import { benchPages } from './bench/pages.ts';
import { benchStart } from './bench/start.ts';

const { values, positionals: asked } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  allowPositionals: true,
});
const seed = Number(values.seed);

const BENCHES: Record<string, () => Promise<unknown>> = {
  start: benchStart,
  cycle: () => benchCycle({ requests: 5_000, accounts: 500 }),
  mirror: () => benchMirror([5_000, 50_000]),
  lag: () => benchLag(seed),
  org: benchOrg,
  pages: benchPages,
};

const unknown = asked.find((name) => !(name in BENCHES));
if (unknown !== undefined) throw new RangeError(`Expected ${Object.keys(BENCHES).join(', ')}, got ${unknown}`);

const figures: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) figures[name] = await bench();
}
process.stdout.write(`${JSON.stringify(figures)}\n`);
