// npm run bench [-- start|cycle|mirror|org|pages …]: measures on this machine and prints one JSON line, of all when none is
// named. Compare counts and ratios, not seconds.
import { benchCycle } from './bench/cycle.ts';
import { benchOrg } from './bench/org.ts';
import { benchMirror } from './bench/mirror.ts';
import { benchPages } from './bench/pages.ts';
import { benchStart } from './bench/start.ts';

const BENCHES: Record<string, () => Promise<unknown>> = {
  start: benchStart,
  cycle: () => benchCycle({ requests: 5_000, accounts: 500 }),
  mirror: () => benchMirror(5_000),
  org: benchOrg,
  pages: benchPages,
};

const [...asked] = process.argv.slice(2);
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown !== undefined) throw new RangeError(`Expected ${Object.keys(BENCHES).join(', ')}, got ${unknown}`);

const figures: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) figures[name] = await bench();
}
process.stdout.write(`${JSON.stringify(figures)}\n`);
