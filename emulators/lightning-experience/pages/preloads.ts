import type { Preloads } from '../build/index.ts';
import { readHomePage, readRecordPage, readTabPage, type FlexiPage, type PageItem } from '../metadata/index.ts';

/** What an address shows, as far as it says by itself. */
export type Shown = { kind: 'home' } | { kind: 'tab'; tab: string } | { kind: 'record'; object: string } | undefined;

/** What a page asks for first, so that the browser asks for all of it at once. */
export interface FirstRequests {
  /** Files of the bundle. */
  modules: string[];
  /** Addresses of answers. */
  data: string[];
}

const ALWAYS = ['/services/oauth2/userinfo', '/lightning/_app'];
/** These have pages of their own, which are not laid out. */
const ANALYTICS = ['Report', 'Dashboard'];

/** The first requests of the page that shows this. */
export function firstRequests(source: string, shown: Shown, { shell, components }: Preloads): FirstRequests {
  const names = componentNames(layoutOf(source, shown));
  const modules = new Set([...shell, ...names.flatMap((name) => components[name] ?? [])]);
  return { modules: [...modules], data: [...ALWAYS, ...dataOf(shown)] };
}

function dataOf(shown: Shown): string[] {
  if (shown?.kind === 'home') return ['/lightning/_home'];
  if (shown?.kind === 'tab') return [`/lightning/_tab/${shown.tab}`];
  if (shown?.kind !== 'record' || ANALYTICS.includes(shown.object)) return [];
  return [`/lightning/_page/${shown.object}`, `/services/data/v66.0/ui-api/object-info/${shown.object}`];
}

function layoutOf(source: string, shown: Shown): FlexiPage | null {
  try {
    if (shown?.kind === 'home') return readHomePage(source);
    if (shown?.kind === 'tab') return readTabPage(source, shown.tab);
    return shown?.kind === 'record' ? readRecordPage(source, shown.object).page : null;
  } catch {
    // What is wrong with the page is told where it would be.
    return null;
  }
}

function componentNames(page: FlexiPage | null): string[] {
  const namesOf = (items: readonly PageItem[]): string[] =>
    items.flatMap((item) =>
      item.kind === 'component' ? [item.name, ...namesOf(Object.values(item.facets).flat())] : [],
    );
  return (page?.regions ?? []).flatMap(({ items }) => namesOf(items));
}
