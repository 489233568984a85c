import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the sample records with plain dates into a folder, as an org elsewhere takes them. */
export async function renderSampleData(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/render-data.ts', folder], { cwd: ROOT });
}
