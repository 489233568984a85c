import USER_ID from '@salesforce/user/Id';

/** What was entered into the form and is not filed yet. @typedef {{ answers: import('c/questions').Values, links: import('./entry').Link[] }} Draft */

/**
 * Keeps what was entered until it is filed, given up or the browser's tab is closed. A browser that keeps nothing is no
 * reason not to file.
 *
 * @param {string} opportunityId
 * @param {Draft} draft
 */
export function keepDraft(opportunityId, draft) {
  const { answers, links } = draft;
  attempt(() => sessionStorage.setItem(keyOf(opportunityId), JSON.stringify({ answers, links })));
}

/**
 * @param {string} opportunityId
 * @returns {Draft | null}
 */
export function recallDraft(opportunityId) {
  return attempt(() => JSON.parse(sessionStorage.getItem(keyOf(opportunityId)) ?? 'null')) ?? null;
}

/** @param {string} opportunityId */
export function forgetDraft(opportunityId) {
  attempt(() => sessionStorage.removeItem(keyOf(opportunityId)));
}

/** @param {string} opportunityId */
function keyOf(opportunityId) {
  return `groundwork-request-${USER_ID}-${opportunityId}`;
}

/**
 * @template Result
 * @param {() => Result} act
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
