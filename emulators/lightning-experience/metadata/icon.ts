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
  return motif === undefined ? (STANDARD_ICONS[object] ?? OTHER) : motifIcon(motif);
}

/** The icon of a tab's motif. */
export function motifIcon(motif: string | undefined): string {
  const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
  return number === undefined ? OTHER : `custom:custom${number}`;
}

/** Every icon that `iconOf` may answer. */
export function possibleIcons(source: string): string[] {
  const tabs = findSource(source, 'tabs/*.tab-meta.xml').map((file) => file.split('/').at(-1)?.split('.')[0] ?? '');
  return [...Object.values(STANDARD_ICONS), OTHER, ...tabs.map((object) => iconOf(source, object))];
}
