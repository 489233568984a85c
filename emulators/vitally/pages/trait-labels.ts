import type { Trait } from '../entities.ts';
import { TRAIT_CATALOGUE } from '../trait-catalogue.ts';

const GROUNDWORK = 'vitally.custom.implementation';
const DEPLOYMENT = ['vitally.custom.deployment', 'vitally.custom.codeHost'];

/** A heading over traits that belong together. */
export interface TraitGroup {
  title: string;
  traits: Trait[];
}

/** The implementation's traits first and in the catalogue's order, then the workspace's own, then what was imported. */
export function toGroups(traits: readonly Trait[]): TraitGroup[] {
  const order = new Map(TRAIT_CATALOGUE.map(({ path }, index) => [path, index]));
  const placeOf = ({ path }: Trait): number => order.get(path) ?? order.size;
  const sorted = traits.toSorted((one, other) => placeOf(one) - placeOf(other));
  const groups = new Map([
    ['Implementation', [] as Trait[]],
    ['Deployment', [] as Trait[]],
    ['Workspace', [] as Trait[]],
    ['From Salesforce', [] as Trait[]],
    ['Other', [] as Trait[]],
  ]);
  for (const trait of sorted) groups.get(titleFor(trait.path))?.push(trait);
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => ({ title, traits: members }));
}

/** The catalogue's label, or the last part of the path as words. */
export function toLabel(path: string): string {
  const known = TRAIT_CATALOGUE.find((trait) => trait.path === path);
  if (known !== undefined) return known.label;
  const words = (path.split('.').at(-1) ?? path)
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function titleFor(path: string): string {
  if (path.startsWith(GROUNDWORK)) return 'Implementation';
  if (DEPLOYMENT.some((prefix) => path.startsWith(prefix))) return 'Deployment';
  if (path.startsWith('vitally.custom.')) return 'Workspace';
  if (path.startsWith('sfdc.')) return 'From Salesforce';
  return 'Other';
}
