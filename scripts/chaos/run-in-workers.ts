import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Side } from './sides.ts';
import { addTo, type Tally } from './tally.ts';
import { failureOf, type Summary, type Verdict } from './verdict.ts';
import type { Task, Word } from './worker.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
/** Histories leave much behind that is soon garbage. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];
const PROGRESS_MS = 30_000;
const SECOND = 1000;
/** A history that its worker does not speak of for so long has stalled: longer than a worker waits for one of its own. */
const STALLED_MS = 250 * SECOND;

interface Options {
  histories: number;
  /** Of the first history; the others follow by one. */
  seed: number;
  sides: readonly Side[];
  /** How many processes share the histories. */
  jobs: number;
  tell: (line: string) => void;
  /** What each process runs. */
  worker?: string;
  stalledMs?: number;
}

/** Runs histories in several processes. One that stalls or ends its process has failed, and the others go on. */
export async function runInWorkers(options: Options): Promise<Summary> {
  const { histories, seed: first, sides, jobs, tell, worker = WORKER, stalledMs = STALLED_MS } = options;
  const failed: number[] = [];
  const tally: Tally = {};
  const begun = Date.now();
  let [given, ended] = [0, 0];

  function take({ seed, failure, tally: more }: Verdict): void {
    ended += 1;
    addTo(tally, more);
    if (failure === undefined) return;
    failed.push(seed);
    for (const line of failure) tell(line);
  }
  function nextTask(): Task | undefined {
    return given < histories ? { seed: first + given++, sides } : undefined;
  }
  const progress = setInterval(() => tell(tellProgress(ended, histories, failed, begun)), PROGRESS_MS);
  try {
    await Promise.all(
      Array.from({ length: Math.min(jobs, histories) }, async () => {
        while (given < histories) await work({ worker, stalledMs }, nextTask, take);
      }),
    );
  } finally {
    clearInterval(progress);
  }
  failed.sort((a, b) => a - b);
  return { histories: ended, failed, seconds: (Date.now() - begun) / SECOND, tally };
}

/** One process, until there are no more tasks or it has died over one. */
async function work(
  { worker, stalledMs }: { worker: string; stalledMs: number },
  nextTask: () => Task | undefined,
  take: (verdict: Verdict) => void,
): Promise<void> {
  const child = fork(worker, { execArgv: NODE_OPTIONS });
  const at: { task?: Task | undefined; isStalled: boolean } = { isStalled: false };
  let watchdog: NodeJS.Timeout | undefined;
  child.on('message', (word: Word) => {
    clearTimeout(watchdog);
    // The worker itself finds what waits for nothing; what never waits is only seen from outside.
    watchdog = setTimeout(() => {
      at.isStalled = true;
      child.kill('SIGKILL');
    }, stalledMs);
    if (word.kind === 'begins') return;
    if (word.kind === 'ended') take(word.verdict);
    at.task = nextTask();
    if (at.task === undefined) child.disconnect();
    else child.send(at.task);
  });
  const end = await ended(child);
  clearTimeout(watchdog);
  const { task, isStalled } = at;
  if (task === undefined && end !== '0') throw new Error(`A worker ended with ${end} before or after its histories`);
  if (task === undefined) return;
  const why = isStalled ? 'stalls' : `ended its process with ${end}`;
  take({ seed: task.seed, failure: failureOf(task.seed, task.sides, why), tally: {} });
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      resolve(String(signal ?? code));
    });
  });
}

function tellProgress(ended: number, histories: number, failed: readonly number[], begun: number): string {
  const seconds = (Date.now() - begun) / SECOND;
  const rate = Math.round((ended / seconds) * 100) / 100;
  return `${ended} of ${histories} histories, ${failed.length} failed, ${rate} a second, ${Math.round(seconds)} s`;
}
