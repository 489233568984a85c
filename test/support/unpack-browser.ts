import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];

/** A browser that came through npm, unpacked and ready to be started. */
export interface UnpackedBrowser {
  executablePath: string;
  /** Where its fonts are and, on a machine that lacks them, the shared libraries it needs. */
  env: Record<string, string>;
}

/**
 * Unpacks the headless Chromium of `@sparticuz/chromium` once per version, under `node_modules/.cache`.
 * Test files that race for it each unpack into a folder of their own, and the first to finish wins.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const home = join(ROOT, 'node_modules/.cache/groundwork', `chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home);

  const executablePath = join(home, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(home, 'fonts.conf') };
  const own = { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023/lib') };
  return { executablePath, env: (await starts(executablePath, fonts)) ? fonts : own };
}

async function unpackInto(home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  // The package unpacks into the temporary folder, which it learns from the environment of its process.
  const program = `
    import { inflate } from '@sparticuz/chromium';
    await Promise.all(${JSON.stringify(ARCHIVES)}.map((name) => inflate(${JSON.stringify(join(PACKAGE, 'bin'))} + '/' + name)));`;
  await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: staging },
  });
  await writeFile(join(staging, 'fonts.conf'), fontSettings(home));
  try {
    await rename(staging, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    await rm(staging, { recursive: true });
  }
}

/** Only the fonts that came with the browser, so that a page has the same shape on every machine. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts/fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** Whether the machine has the libraries that the browser links. */
async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  try {
    await run(executablePath, ['--version'], { env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}
