// node scripts/run.js FILE [arguments]: runs a TypeScript file, and keeps what makes its next run start sooner: what Node
// makes of each module, and one file of all modules. GROUNDWORK_JOINED_CODE=off leaves the modules as they are.
// Plain JavaScript, because Node loads what strips types for the first file that it has not kept.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled-code'));
process.argv.splice(1, 1);
const entry = resolve(process.argv[1]);
if (process.env.GROUNDWORK_JOINED_CODE === 'off') await import(pathToFileURL(entry).href);
else await runJoined();

async function runJoined() {
  const { joinInBackground, keptCode, nameOwnPlaces } = await import('./joined-code/index.ts');
  const joined = keptCode(entry).file();
  if (joined !== undefined) nameOwnPlaces();
  await import(pathToFileURL(joined ?? entry).href);
  if (joined === undefined && process.exitCode === undefined) joinInBackground(entry);
}
