import { parseArgs } from 'node:util';
import { parsePort } from './command-line.ts';
import { parseEmulatorNames } from './names.ts';
import { startEmulators } from './start-emulators.ts';

const USAGE = `npm run emulators -- [options]

  --only LIST     comma-separated: salesforce, lightning-experience, google-sheets, vitally, slack, portal
  --source DIR    SFDX project that the org boots from (default: this one)
  --data PLAN     sample records, as an sf data import tree plan (default: data/plan.json, for our own source)
  --port N        portal on N, the others on N+1 to N+4; 0 takes free ones (default 7400)
  --state DIR     keep everything between runs in this folder (default: forget)
  --help
`;

const OPTIONS = {
  only: { type: 'string' },
  source: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string', default: '7400' },
  state: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** The command `npm run emulators`: starts what is asked for, and ends when it is told to. */
export async function runEmulators(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  const { only, source, data, state } = values;
  const emulators = await startEmulators({
    port: parsePort(values.port),
    ...(only !== undefined && { only: parseEmulatorNames(only) }),
    ...(source !== undefined && { source }),
    ...(data !== undefined && { data }),
    ...(state !== undefined && { state }),
  });
  const stop = (): void => void emulators.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`ready ${JSON.stringify(emulators.ready)}\n`);
  process.stderr.write(`To run the service against these: npm run sync -- --env ${emulators.environmentFile}\n`);
}
