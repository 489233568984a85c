/**
 * Checks the metadata under force-app without an org: `node scripts/check-metadata.ts [folder]`.
 *
 * Types and references first; when nothing is wrong with them, formulas and flows are compiled.
 * Prints one line `file:line message` per finding and exits with 1, or says how many files it has checked.
 */
import { resolve } from 'node:path';
import { compileMetadata } from '../emulators/salesforce/index.ts';
import { checkMetadata } from '../emulators/salesforce/metadata-check/index.ts';

const folder = resolve(process.argv[2] ?? 'force-app');
const { files, findings: written } = await checkMetadata(folder);
const findings = written.length > 0 ? written : await compileMetadata(folder);

for (const { file, line, message } of findings) {
  console.log(`${file}:${line} ${message}`);
}
console.log(`${files} files checked, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
