import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BINARIES = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const run = promisify(execFile);

/** Runs the real Salesforce CLI with `--json`, away from its user's own settings and off the internet. */
export async function sf(
  home: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<unknown> {
  const { stdout } = await run(`${BINARIES}/sf`, [...words, '--json'], {
    cwd: home,
    env: {
      PATH: `${BINARIES}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      CI: 'true',
      NO_COLOR: '1',
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_HIDE_RELEASE_NOTES: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SFDX_DISABLE_TELEMETRY: 'true',
      ...environment,
    },
  });
  return JSON.parse(stdout) as unknown;
}
