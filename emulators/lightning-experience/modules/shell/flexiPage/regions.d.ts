import type { FlexiPage, PageItem } from '../../../metadata/index.ts';

export interface Row {
  key: string;
  regions: { key: string; items: PageItem[]; style: string }[];
}

export function toRows(page: FlexiPage | null): Row[];
