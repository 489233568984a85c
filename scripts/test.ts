// npm test [-- PATTERN…]: every test, or the test files that match, whichever Jest project they are in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Totals {
  numTotalTestSuites: number;
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
}

const JEST = 'node_modules/jest/bin/jest.js';
const rest = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'));
const outputFile = join(folder, 'totals.json');

// Coverage is that of all tests together, so a choice of them is not held to the threshold in jest.config.js.
const measured = rest.length === 0 ? ['--coverage', '--coverageReporters=text-summary'] : [];
const jestOptions = ['--passWithNoTests', '--json', '--outputFile', outputFile, ...measured];
const { status } = spawnSync(process.execPath, [JEST, ...jestOptions, ...rest], {
  // Jest prints its report on standard error; the JSON that it also prints on standard output is in the file.
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, NODE_OPTIONS: '' },
});
const totals = JSON.parse(readFileSync(outputFile, 'utf8')) as Totals;
rmSync(folder, { recursive: true });

const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
if (totals.numTotalTestSuites === 0) {
  process.stderr.write(`No test file matches ${rest.join(' ')}\n`);
  process.exitCode = 1;
}
if (totals.numPendingTests > 0) {
  process.stdout.write(`\n${totals.numPendingTests} skipped: their recordings are not on this machine\n`);
}
process.stdout.write(`\n${totals.numPassedTests} passed, ${failed} failed\n`);
if (failed > 0 || status !== 0) process.exitCode = 1;
