import { Command, InvalidArgumentError } from 'commander';
import { machineClock } from './clock.ts';
import { loadConfig, type Config } from './config.ts';
import { connectMirrors } from './connect.ts';
import { explainSettings, isHealthy, reportFindings, runDoctor, type Finding } from './doctor/index.ts';
import { SyncError, toError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { hideSecrets } from './secrets.ts';
import { reportImport } from './report-import.ts';
import { reportPlan } from './report-plan.ts';
import { reportStatus } from './report-status.ts';
import { serveRunLog } from './run-log/index.ts';
import { logCycle, startService } from './service.ts';
import { openState, openStateCopy, type State } from './state/index.ts';

const program = new Command('sync')
  .description('Mirrors implementation requests from Salesforce to the backlog spreadsheet, to Vitally and to Slack.')
  .option('--env <file>', 'read settings from this file; what the environment says already goes first', '.env')
  .option('--once', 'run one cycle and exit')
  .action(({ env, once }: { env: string; once?: true }) => (once ? runOnce(loadConfig(env)) : run(loadConfig(env))));

program
  .command('status')
  .description('show the last cycles and who waits for Vitally')
  .option('--cycles <count>', 'how many cycles', toCount, 10)
  .action(({ cycles }: { cycles: number }, command: Command) => {
    const { env } = command.optsWithGlobals<{ env: string }>();
    const state = openState(loadConfig(env).stateDir);
    print(reportStatus(state, cycles));
    state.close();
  });

program
  .command('plan')
  .description('show what the next cycle would change, and change nothing')
  .action(async (_options: unknown, command: Command) => {
    const { env } = command.optsWithGlobals<{ env: string }>();
    const config = loadConfig(env);
    const state = openStateCopy(config.stateDir);
    try {
      const mirrors = connectMirrors(config, state, machineClock, createLog('silent'));
      print(reportPlan(await mirrors.plan()));
    } finally {
      state.close();
    }
  });

program
  .command('import')
  .description('take over the values of a tab that was kept by hand, once; without --confirm, only say which')
  .requiredOption('--tab <name>', 'title of the tab')
  .option('--confirm', 'write them to Salesforce')
  .action(async ({ tab, confirm = false }: { tab: string; confirm?: boolean }, command: Command) => {
    const { env } = command.optsWithGlobals<{ env: string }>();
    const config = loadConfig(env);
    const state = confirm ? openState(config.stateDir) : openStateCopy(config.stateDir);
    try {
      const mirrors = connectMirrors(config, state, machineClock, createLog('silent'));
      print(reportImport(await mirrors.importTab(tab, confirm), confirm));
    } finally {
      state.close();
    }
  });

program
  .command('doctor')
  .description('try every connection, and say in plain words what is missing and how to mend it')
  .action(async (_options: unknown, command: Command) => {
    const { env } = command.optsWithGlobals<{ env: string }>();
    const findings = await examineAll(env);
    print(reportFindings(findings));
    if (!isHealthy(findings)) process.exitCode = 1;
  });

async function examineAll(env: string): Promise<Finding[]> {
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (thrown) {
    return explainSettings(thrown);
  }
  return runDoctor(config, machineClock);
}

async function runOnce(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const state = openState(config.stateDir);
  try {
    const record = await connectMirrors(config, state, machineClock, log).runCycle(new AbortController().signal);
    logCycle(log, record);
    if (Object.keys(record.failures).length > 0) process.exitCode = 1;
  } finally {
    state.close();
  }
}

function run(config: Config): void {
  const log = createLog(config.logLevel);
  const state = openState(config.stateDir);
  const mirrors = connectMirrors(config, state, machineClock, log);
  const service = startService(mirrors, config.schedule, machineClock, log);
  const names = ['sheet', ...(config.vitally ? ['vitally'] : []), ...(config.slack ? ['slack'] : [])];
  log.info({ schedule: config.schedule, mirrors: names }, 'sync started');
  void service.firstCycle.then(() => log.info('first cycle done'));
  if (config.runLogPort !== undefined) void tellRunLog(config, config.runLogPort, state, log);
  const listening = new AbortController();
  if (config.salesforce.changeEvents) void mirrors.listen(() => service.wake(), listening.signal);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      listening.abort();
      void service.stop().then((inTime) => {
        log.info({ signal, inTime }, 'sync stopped');
        // A request that still waits would keep the process alive: what it leaves undone, the next start does.
        process.exit(0);
      });
    });
  }
}

/** A page that cannot be served keeps nothing else from running. */
async function tellRunLog(config: Config, port: number, state: State, log: Log): Promise<void> {
  const sides = { vitally: config.vitally !== undefined, slack: config.slack !== undefined };
  try {
    const { url } = await serveRunLog(port, state, sides, machineClock);
    log.info({ url }, 'run log');
  } catch (thrown) {
    log.warn({ error: toError(thrown).message }, 'the run log has no page');
  }
}

/** Whatever leaves the process leaves it without secrets. */
function print(text: string): void {
  process.stdout.write(`${hideSecrets(text)}\n`);
}

function tellFailure(error: Error): void {
  process.stderr.write(`${hideSecrets(error instanceof SyncError ? error.message : String(error.stack))}\n`);
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('expected a number from 1 on');
  return count;
}

// Node would print the error with all that it carries, the request and its headers too.
process.on('uncaughtException', (error) => {
  tellFailure(error);
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (thrown) {
  const error = toError(thrown);
  tellFailure(error);
  process.exitCode = 1;
}
