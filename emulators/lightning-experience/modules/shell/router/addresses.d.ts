export interface View {
  type: 'record' | 'list' | 'report' | 'dashboard' | 'reports' | 'home' | 'unknown';
  object?: string;
  recordId?: string;
}

export interface PageReference {
  type: string;
  attributes?: Record<string, string>;
  state?: Record<string, string>;
}

export function parsePath(pathname: string): View;
export function toUrl(pageReference: PageReference): string;
export function toPageReference(view: View): PageReference;
