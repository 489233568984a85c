/** Writes docs/requirements.md from the tables of scripts/requirements. `node scripts/requirements.ts` */
import { writeFile } from 'node:fs/promises';
import { requirementsPage } from './requirements/page.ts';

await writeFile(new URL('../docs/requirements.md', import.meta.url), await requirementsPage());
