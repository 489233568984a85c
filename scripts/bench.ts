// npm run bench: measures on this machine and prints one JSON line. Compare counts and ratios, not seconds.
import { benchCycle } from './bench/cycle.ts';
import { benchStart } from './bench/start.ts';

const start = await benchStart();
const cycle = await benchCycle({ requests: 5_000, accounts: 500 });
process.stdout.write(`${JSON.stringify({ start, cycle })}\n`);
