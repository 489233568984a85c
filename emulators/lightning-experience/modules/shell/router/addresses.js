/** What an address of Lightning Experience shows; `search` is its query string. */
export function parsePath(pathname, search = '') {
  const view = viewAt(pathname.split('/').slice(1));
  return view.type === 'unknown' ? view : withState(view, Object.fromEntries(new URLSearchParams(search)));
}

function viewAt([root, kind, object, third, fourth, fifth]) {
  const unknown = { type: 'unknown' };
  if (root !== 'lightning') return unknown;
  if (kind === 'search' && object === undefined) return { type: 'search', state: {} };
  if (kind === 'page') return object === 'home' ? { type: 'home' } : unknown;
  if (kind === 'n' && object) return { type: 'tab', name: object };
  if (kind === 'o') return objectView(object, third) ?? unknown;
  if (kind === 'r' && third === undefined) return unknown;
  if (kind === 'r') return recordView({ object, recordId: third }, fourth, fifth) ?? unknown;
  return unknown;
}

function objectView(object, action) {
  if (action === 'new') return { type: 'new', object };
  if (action !== 'list' && action !== 'home') return undefined;
  return { type: isAnalytics(object) ? 'reports' : 'list', object };
}

function recordView({ object, recordId }, action, relatedListId) {
  if (action === 'view' && isAnalytics(object)) {
    return { type: object === 'Report' ? 'report' : 'dashboard', object, recordId };
  }
  if (action === 'view') return { type: 'record', object, recordId };
  if (action === 'edit' && !isAnalytics(object)) return { type: 'edit', object, recordId };
  if (action === 'related' && relatedListId) return { type: 'related', object, recordId, relatedListId };
  return undefined;
}

function isAnalytics(object) {
  return object === 'Report' || object === 'Dashboard';
}

function withState(view, state) {
  return Object.keys(state).length === 0 ? view : { ...view, state };
}

const PATHS = {
  standard__recordPage({ recordId, objectApiName, actionName }) {
    if (actionName === 'view' && !objectApiName) return `/lightning/r/${recordId}/view`;
    if (actionName !== 'view' && actionName !== 'edit') return undefined;
    return `/lightning/r/${objectApiName ?? 'Record'}/${recordId}/${actionName}`;
  },
  standard__objectPage({ objectApiName, actionName }) {
    if (actionName === 'new') return `/lightning/o/${objectApiName}/new`;
    return actionName === 'list' || actionName === 'home' ? `/lightning/o/${objectApiName}/list` : undefined;
  },
  standard__recordRelationshipPage({ recordId, objectApiName, relationshipApiName }) {
    return `/lightning/r/${objectApiName}/${recordId}/related/${relationshipApiName}/view`;
  },
  standard__navItemPage: ({ apiName }) => `/lightning/n/${apiName}`,
  standard__namedPage: ({ pageName }) => (pageName === 'home' ? '/lightning/page/home' : undefined),
  standard__search: () => '/lightning/search',
  standard__webPage: ({ url }) => url,
};

/**
 * The address of a page reference.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html
 */
export function toUrl(pageReference) {
  const { type, attributes = {}, state = {} } = pageReference;
  const path = PATHS[type]?.(attributes);
  if (path === undefined) {
    throw new Error(
      `Navigation to ${type} ${attributes.actionName ?? attributes.pageName ?? ''} is not supported here`,
    );
  }
  if (type === 'standard__webPage') return path;
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => ![undefined, null].includes(value)));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The page reference of what an address shows. */
export function toPageReference({ type, object, recordId, relatedListId, name, state = {} }) {
  if (type === 'record' || type === 'report' || type === 'dashboard' || type === 'edit') {
    const actionName = type === 'edit' ? 'edit' : 'view';
    return { type: 'standard__recordPage', attributes: { recordId, objectApiName: object, actionName }, state };
  }
  if (type === 'reports' || type === 'list' || type === 'new') {
    const actionName = { reports: 'home', list: 'list', new: 'new' }[type];
    return { type: 'standard__objectPage', attributes: { objectApiName: object, actionName }, state };
  }
  if (type === 'related') {
    const attributes = { recordId, objectApiName: object, relationshipApiName: relatedListId, actionName: 'view' };
    return { type: 'standard__recordRelationshipPage', attributes, state };
  }
  if (type === 'search') return { type: 'standard__search', attributes: {}, state };
  if (type === 'tab') return { type: 'standard__navItemPage', attributes: { apiName: name }, state };
  return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
}
