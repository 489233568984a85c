import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseFlexiPage, type FlexiPage } from './flexipage.ts';
import { pageOfTab } from './navigation.ts';
import { findSource } from './project.ts';
import { readApplication } from './record-page.ts';

/** The app's home page: the one that the app assigns, or the only home page there is; null without any. */
export function readHomePage(source: string): FlexiPage | null {
  const { home } = readApplication(source);
  const pages = allPages(source).filter(({ type }) => type === 'HomePage');
  if (home !== null) return pages.find(({ name }) => name === home) ?? null;
  return pages.length === 1 ? (pages[0] ?? null) : null;
}

/** The page that a tab shows; null when it shows none. */
export function readTabPage(source: string, tab: string): FlexiPage | null {
  const name = pageOfTab(source, tab);
  return allPages(source).find((page) => page.name === name) ?? null;
}

function allPages(source: string): FlexiPage[] {
  return findSource(source, 'flexipages/*.flexipage-meta.xml').map((file) =>
    parseFlexiPage(readFileSync(file, 'utf8'), basename(file, '.flexipage-meta.xml')),
  );
}
