import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { COMPILED_CODE } from './compiled-code.ts';

const BINARIES = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const run = promisify(execFile);

/** What the command prints with `--json`. */
export const SfAnswer = z.object({
  status: z.number(),
  result: z.unknown().optional(),
  message: z.string().optional(),
});
export type SfAnswer = z.infer<typeof SfAnswer>;

const Failure = z.object({ stdout: z.string().min(1) });

/**
 * Runs the real Salesforce CLI in its home folder, away from its user's own settings and off the internet.
 * A command that fails says why in its answer; only one that says nothing throws.
 */
export async function sf(
  home: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<SfAnswer> {
  const env = {
    PATH: `${BINARIES}:${process.env['PATH'] ?? ''}`,
    HOME: home,
    CI: 'true',
    ...COMPILED_CODE,
    NO_COLOR: '1',
    // Of the two names for this, the CLI's update hook heeds the other one only.
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_HIDE_RELEASE_NOTES: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SFDX_DISABLE_TELEMETRY: 'true',
    ...environment,
  };
  try {
    return SfAnswer.parse(JSON.parse((await run(`${BINARIES}/sf`, [...words, '--json'], { cwd: home, env })).stdout));
  } catch (error) {
    const failed = Failure.safeParse(error);
    if (failed.success) return SfAnswer.parse(JSON.parse(failed.data.stdout));
    throw error;
  }
}
