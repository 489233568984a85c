import type { NavigationItem } from '../../../metadata/index.ts';
import type { View } from '../router/addresses.js';

export function toTabs(
  navigation: NavigationItem[],
  objectInfos: { apiName: string; labelPlural: string }[],
  view: View,
): { label: string; url: string; current: 'page' | null; style: string }[];
