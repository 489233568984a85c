// npm test [-- PATTERN…]: every test, or the test files that match, whichever Jest project they are in.
// The Lightning components must run without --experimental-vm-modules and everything else with it, hence two runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Totals {
  numTotalTestSuites: number;
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
}

const JEST = 'node_modules/jest/bin/jest.js';
const rest = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'));

// Coverage is that of all tests together, so a choice of them is not held to the threshold in jest.config.js.
const measured = rest.length === 0 ? ['--coverage', '--coverageReporters=text-summary'] : [];
const runs = [runProject('lwc', [], measured), runProject('node', ['--experimental-vm-modules', '--no-warnings'], [])];
rmSync(folder, { recursive: true });

const count = (pick: (totals: Totals) => number): number => runs.reduce((sum, { totals }) => sum + pick(totals), 0);
const failed = count((totals) => totals.numFailedTests + totals.numRuntimeErrorTestSuites);
const skipped = count((totals) => totals.numPendingTests);
if (count((totals) => totals.numTotalTestSuites) === 0) {
  process.stderr.write(`No test file matches ${rest.join(' ')}\n`);
  process.exitCode = 1;
}
if (skipped > 0) process.stdout.write(`\n${skipped} skipped: their recordings are not on this machine\n`);
process.stdout.write(`\n${count((totals) => totals.numPassedTests)} passed, ${failed} failed\n`);
if (failed > 0 || runs.some(({ status }) => status !== 0)) process.exitCode = 1;

function runProject(project: string, nodeOptions: string[], more: string[]): { status: number | null; totals: Totals } {
  const outputFile = join(folder, `${project}.json`);
  const jestOptions = ['--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', outputFile];
  const { status } = spawnSync(process.execPath, [...nodeOptions, JEST, ...jestOptions, ...more, ...rest], {
    // Jest prints its report on standard error; the JSON that it also prints on standard output is in the file.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, totals: JSON.parse(readFileSync(outputFile, 'utf8')) as Totals };
}
