import type { VisibilityRule } from '../../../metadata/index.ts';

export interface VisibilityScope {
  valueOf(path: string): unknown;
  hasPermission(name: string): boolean;
}

export function isVisible(rule: VisibilityRule | null, scope: VisibilityScope): boolean;
export function fieldsOf(rule: VisibilityRule | null): string[];
