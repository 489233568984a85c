import { listMetadataFiles } from '../schema/index.ts';
import { readLayout, type Layout } from './layouts.ts';
import { readListView, type ListView } from './list-views.ts';

export type { Layout, LayoutItem, LayoutSection } from './layouts.ts';
export type { ListView } from './list-views.ts';

/** What the source says of pages and of nothing else. */
export interface PageMetadata {
  layouts: Layout[];
  listViews: ListView[];
}

/** Reads layouts and list views from an SFDX project. Throws DeployError for a file that is none. */
export function loadPageMetadata(source: string): PageMetadata {
  const files = listMetadataFiles(source);
  return {
    layouts: files.filter(({ kind }) => kind === 'layout').map(readLayout),
    listViews: files.filter(({ kind }) => kind === 'listView').map(readListView),
  };
}
