import type { FlexiPage } from './flexipage.ts';
import { pageOfTab } from './navigation.ts';
import { readApplication, readPages } from './record-page.ts';

/** The app's home page: the one that the app assigns, or the only home page there is; null without any. */
export function readHomePage(source: string): FlexiPage | null {
  const { home } = readApplication(source);
  const pages = readPages(source).filter(({ type }) => type === 'HomePage');
  if (home !== null) return pages.find(({ name }) => name === home) ?? null;
  return pages.length === 1 ? (pages[0] ?? null) : null;
}

/** The page that a tab shows; null when it shows none. */
export function readTabPage(source: string, tab: string): FlexiPage | null {
  const name = pageOfTab(source, tab);
  return readPages(source).find((page) => page.name === name) ?? null;
}
