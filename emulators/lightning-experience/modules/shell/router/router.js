import { parsePath, toPageReference, toUrl } from './addresses';

export { parsePath, toPageReference, toUrl };

const listeners = new Set();

/** Where the page is, as `parsePath` tells it. */
export function currentView() {
  return parsePath(window.location.pathname, window.location.search);
}

/** Calls back after each navigation. Returns the function that stops it. */
export function onNavigation(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to an address. One that the shell does not know is loaded as any other page. */
export function go(url, { replace = false } = {}) {
  const target = new URL(url, window.location.origin);
  const mine = target.origin === window.location.origin && parsePath(target.pathname).type !== 'unknown';
  if (!mine) {
    window.location.assign(target.href);
    return;
  }
  window.history[replace ? 'replaceState' : 'pushState']({}, '', target.href);
  tell();
}

/** Follows the browser's back and forward buttons. */
export function listenToHistory() {
  window.addEventListener('popstate', tell);
}

function tell() {
  for (const listener of listeners) listener(currentView());
}
