import { findSource } from './project.ts';
import { readMetadata } from './xml.ts';

/** Standard objects that have an icon of their own. */
const STANDARD_ICONS: Record<string, string> = {
  Account: 'standard:account',
  Case: 'standard:case',
  Contact: 'standard:contact',
  Lead: 'standard:lead',
  Opportunity: 'standard:opportunity',
  User: 'standard:user',
};

const OTHER = 'standard:record';

/** An object's icon: its tab's motif (`Custom53: Bell` is `custom:custom53`), or the platform's. */
export function iconOf(source: string, object: string): string {
  const [tab] = findSource(source, `tabs/${object}.tab-meta.xml`);
  const motif = tab === undefined ? undefined : readMetadata(tab, 'CustomTab').text('motif');
  const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
  if (number !== undefined) return `custom:custom${number}`;
  return STANDARD_ICONS[object] ?? OTHER;
}

/** Every icon that `iconOf` may answer. */
export function possibleIcons(source: string): string[] {
  const tabs = findSource(source, 'tabs/*.tab-meta.xml').map((file) => file.split('/').at(-1)?.split('.')[0] ?? '');
  return [...Object.values(STANDARD_ICONS), OTHER, ...tabs.map((object) => iconOf(source, object))];
}
