/** Writes docs/coverage.md: what the emulators do, from their coverage lists. `node scripts/coverage.ts` */
import { writeFile } from 'node:fs/promises';
import { coveragePage } from './coverage-page.ts';

await writeFile(new URL('../docs/coverage.md', import.meta.url), await coveragePage());
