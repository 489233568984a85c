// npm start: the emulators with sample data, the service against them, and a portal that says what to try.
import { parseArgs } from 'node:util';
import { keepCompiledCode, parsePort, runCommand, startEmulators } from '../emulators/index.ts';
import { superviseSync } from './supervise-sync.ts';

const USAGE = `npm start -- [options]

  --port N      portal on N, the emulators on N+1 to N+4; 0 takes free ones (default 7400)
  --state DIR   keep everything between runs in this folder (default: forget)
  --help
`;
const POLL_SECONDS = 2;
/** The template "Implementation" of the emulated Vitally. */
const IMPLEMENTATION_TEMPLATE = '97979797-0000-4000-8000-000000000001';

const OPTIONS = {
  port: { type: 'string', default: '7400' },
  state: { type: 'string' },
  help: { type: 'boolean' },
} as const;

keepCompiledCode();
await runCommand(async () => {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  const port = parsePort(values.port);
  process.stderr.write('Starting the emulators; the first time, the pages are built, which takes some seconds …\n');

  let isSyncRunning = (): boolean => false;
  let runLogUrl = (): string | undefined => undefined;
  const emulators = await startEmulators({
    port,
    ...(values.state !== undefined && { state: values.state }),
    sync: () => ({
      state: isSyncRunning() ? 'running' : 'not running',
      everySeconds: POLL_SECONDS,
      runLogUrl: runLogUrl(),
    }),
  });
  const sync = superviseSync({
    ...emulators.environment,
    SYNC_SCHEDULE: `*/${POLL_SECONDS} * * * * *`,
    // A free port, so that it stays out of the way of the others.
    RUN_LOG_PORT: '0',
    VITALLY_PROJECT_TEMPLATE_ID: process.env['VITALLY_PROJECT_TEMPLATE_ID'] ?? IMPLEMENTATION_TEMPLATE,
  });
  isSyncRunning = () => sync.isRunning();
  runLogUrl = () => sync.runLogUrl();

  const stop = async (): Promise<void> => {
    await sync.stop();
    await emulators.close();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());

  await sync.firstCycle;
  process.stdout.write(`ready ${JSON.stringify(emulators.ready)}\n`);
  process.stderr.write(`\nOpen ${emulators.ready.portal ?? ''} and file a request. Ctrl+C stops everything.\n`);
});
