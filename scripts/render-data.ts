/**
 * Writes the sample records with plain dates, for an org elsewhere: `node scripts/render-data.ts <folder>`.
 *
 * `sf data import tree --plan <folder>/plan.json` takes what it writes; days told from today (`@today+30`) are those of now.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { resolveDate } from '../emulators/salesforce/index.ts';

const Plan = z.array(z.looseObject({ files: z.array(z.string()) }));

const source = resolve(import.meta.dirname, '../data');
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('Expected a folder: node scripts/render-data.ts <folder>');
const now = new Date();
const plan = readFileSync(join(source, 'plan.json'), 'utf8');

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'plan.json'), plan);
for (const file of Plan.parse(JSON.parse(plan)).flatMap(({ files }) => files)) {
  const text = readFileSync(join(source, file), 'utf8');
  const rendered: unknown = JSON.parse(text, (_, value: unknown) => resolveDate(value, now));
  writeFileSync(join(folder, file), `${JSON.stringify(rendered, null, 2)}\n`);
}
