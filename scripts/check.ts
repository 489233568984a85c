// npm run check: format, lint, types and metadata, as many at once as there are processors, then every test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** Scripts of package.json, the longest first. */
const WITHOUT_TESTS = ['lint', 'format:check', 'typecheck', 'check:metadata'];

const waiting = [...WITHOUT_TESTS];
const failed: string[] = [];
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
if (!(await runTests())) failed.push('test');
if (failed.length > 0) process.exitCode = 1;

async function runWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!(await run(name))) failed.push(name);
  }
}

/** Whether every test passed; what they print comes as it is printed, their totals last. */
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
