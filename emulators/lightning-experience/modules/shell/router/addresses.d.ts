export interface View {
  type:
    'record' | 'edit' | 'new' | 'list' | 'related' | 'tab' | 'report' | 'dashboard' | 'reports' | 'home' | 'unknown';
  object?: string;
  recordId?: string;
  relatedListId?: string;
  name?: string;
  state?: Record<string, string>;
}

export interface PageReference {
  type: string;
  attributes?: Record<string, string>;
  state?: Record<string, string | null | undefined>;
}

export function parsePath(pathname: string, search?: string): View;
export function toUrl(pageReference: PageReference): string;
export function toPageReference(view: View): PageReference;
