import { parseArgs } from 'node:util';
import { startEmulators, type StartOptions } from './start-emulators.ts';
import { parseEmulatorNames } from './names.ts';

const USAGE = `npm run emulators -- [options]

  --only LIST     comma-separated: salesforce, lightning-experience, google-sheets, vitally, slack, portal
  --source DIR    SFDX project that the org boots from (default: this one)
  --data PLAN     sample records, as an sf data import tree plan (default: data/plan.json, for our own source)
  --port N        portal on N, the others on N+1 to N+4; 0 takes free ones (default 7400)
  --state DIR     keep everything between runs in this folder (default: forget)
  --help
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    source: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    state: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help === true) {
  process.stdout.write(USAGE);
} else {
  await run();
}

async function run(): Promise<void> {
  const options: StartOptions = { port: parsePort(values.port ?? '7400') };
  if (values.only !== undefined) options.only = parseEmulatorNames(values.only);
  if (values.source !== undefined) options.source = values.source;
  if (values.data !== undefined) options.data = values.data;
  if (values.state !== undefined) options.state = values.state;

  const emulators = await startEmulators(options);
  const stop = (): void => void emulators.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`ready ${JSON.stringify(emulators.ready)}\n`);
  process.stderr.write(`To run the service against these: npm run sync -- --env ${emulators.environmentFile}\n`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_531) {
    throw new RangeError(`--port: expected a whole number from 0 to 65531, got "${text}"`);
  }
  return port;
}
