import type { LabelledItem } from '../../../metadata/index.ts';
import type { View } from '../router/addresses.js';

export function toTabs(
  navigation: LabelledItem[],
  view: View,
): { label: string; url: string; current: 'page' | null; style: string }[];
