/** A module in place of the bundle that could not be compiled: it shows the compiler's words. */
export function failedBundle(failure: string): string {
  return `
const app = document.querySelector('#app');
const box = document.createElement('div');
box.className = 'failed';
box.setAttribute('role', 'alert');
const title = document.createElement('h1');
title.textContent = 'A Lightning web component does not compile';
const words = document.createElement('pre');
words.textContent = ${JSON.stringify(failure)};
const hint = document.createElement('p');
hint.textContent = 'Correct it and load the page again.';
box.append(title, words, hint);
app.replaceChildren(box);
document.title = 'Does not compile';
`;
}
