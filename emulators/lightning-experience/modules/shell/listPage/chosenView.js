import { session } from 'shell/session';

const USUAL = 'All';

/** The list view to show: what is asked for, what this person chose last, all records, or the first. */
export function chosenView(views, object, asked) {
  const known = (name) => views.find(({ apiName, id }) => name && (apiName === name || id === name));
  return known(asked) ?? known(localStorage.getItem(keyOf(object))) ?? known(USUAL) ?? views[0];
}

/** Keeps a person's choice in this browser. */
export function rememberView(object, name) {
  localStorage.setItem(keyOf(object), name);
}

function keyOf(object) {
  return `list view ${session.userId} ${object}`;
}
