/** What a path of Lightning Experience shows. */
export function parsePath(pathname) {
  const [, root, kind, object, third, fourth] = pathname.split('/');
  if (root !== 'lightning') return { type: 'unknown' };
  if (kind === 'page' && object === 'home') return { type: 'home' };
  const isAnalytics = object === 'Report' || object === 'Dashboard';
  if (kind === 'o' && isAnalytics && (third === 'list' || third === 'home')) return { type: 'reports', object };
  if (kind === 'o' && (third === 'list' || third === 'home')) return { type: 'list', object };
  if (kind === 'r' && isAnalytics && fourth === 'view') {
    return { type: object === 'Report' ? 'report' : 'dashboard', object, recordId: third };
  }
  if (kind === 'r' && fourth === 'view') return { type: 'record', object, recordId: third };
  return { type: 'unknown' };
}

/**
 * The address of a page reference.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html
 */
export function toUrl({ type, attributes = {} }) {
  const { recordId, objectApiName, actionName, pageName, url } = attributes;
  if (type === 'standard__recordPage' && actionName === 'view') {
    return objectApiName ? `/lightning/r/${objectApiName}/${recordId}/view` : `/lightning/r/${recordId}/view`;
  }
  if (type === 'standard__objectPage' && (actionName === 'list' || actionName === 'home')) {
    return `/lightning/o/${objectApiName}/list`;
  }
  if (type === 'standard__namedPage' && pageName === 'home') return '/lightning/page/home';
  if (type === 'standard__webPage') return url;
  throw new Error(`Navigation to ${type} ${actionName ?? pageName ?? ''} is not supported here`);
}

/** The page reference of what a path shows. */
export function toPageReference({ type, object, recordId }) {
  if (type === 'record' || type === 'report' || type === 'dashboard') {
    return {
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: object, actionName: 'view' },
      state: {},
    };
  }
  if (type === 'reports') {
    return { type: 'standard__objectPage', attributes: { objectApiName: object, actionName: 'home' }, state: {} };
  }
  if (type === 'list') {
    return { type: 'standard__objectPage', attributes: { objectApiName: object, actionName: 'list' }, state: {} };
  }
  return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };
}
