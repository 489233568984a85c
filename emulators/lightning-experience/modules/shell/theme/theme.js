import { session } from 'shell/session';

const SHEETS = {
  1: '/lightning/_assets/slds/styles/salesforce-lightning-design-system.min.css',
  2: '/lightning/_assets/slds2.css',
};

/** The version of the Lightning Design System that this person chose in this browser. */
export function chosenTheme() {
  return localStorage.getItem(keyOf()) === '2' ? '2' : '1';
}

/** Shows the page in a version, once its stylesheet has arrived, and remembers it for this person. */
export async function applyTheme(version) {
  localStorage.setItem(keyOf(), version);
  document.documentElement.dataset.slds = version;
  const link = session.stylesheet;
  if (link.getAttribute('href') === SHEETS[version]) return;
  const next = link.cloneNode();
  next.href = SHEETS[version];
  const loaded = new Promise((resolve) => {
    next.addEventListener('load', resolve);
    next.addEventListener('error', resolve);
  });
  session.stylesheet = next;
  link.after(next);
  await loaded;
  link.remove();
}

function keyOf() {
  return `slds ${session.userId}`;
}
