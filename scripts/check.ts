// npm run check: lint, format, types, metadata and every test, as many at once as there are processors.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** Scripts of package.json, the longest first, but for the tests: what they print, their totals, comes last. */
const SCRIPTS = ['lint', 'format:check', 'typecheck', 'check:metadata', 'test'];

const waiting = [...SCRIPTS];
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));

async function runWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const isGood = name === 'test' ? await runTests() : await run(name);
    if (!isGood) process.exitCode = 1;
  }
}

/** Whether every test passed; what they print comes as it is printed. */
async function runTests(): Promise<boolean> {
  const [code] = (await once(spawn('npm', ['test', '--silent'], { stdio: 'inherit' }), 'close')) as [number | null];
  return code === 0;
}

/** Whether the script went well. What it prints is told as a whole when it has ended. */
async function run(name: string): Promise<boolean> {
  const begun = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`\n${name}: ${code === 0 ? 'passed' : 'failed'} after ${seconds} s\n`);
  process.stdout.write(Buffer.concat(printed));
  return code === 0;
}
