const PLAIN = 'background:;color:;font-weight:;font-style:;text-decoration:;text-align:';

/** Dresses the element of a cell and answers what is to stand in it: its text, or a link. */
export function drawCell(element, cell = { text: '' }, column) {
  element.setAttribute('aria-colindex', String(column + 2));
  element.style.cssText += `;${PLAIN};${cell.style ?? ''}`;
  element.classList.toggle('number', cell.number === true);
  element.classList.toggle('noted', cell.note !== undefined);
  element.classList.toggle('choice', cell.choices !== undefined);
  element.title = cell.note ?? '';
  if (cell.link === undefined) return document.createTextNode(cell.text);
  const link = document.createElement('a');
  Object.assign(link, { href: cell.link, textContent: cell.text, target: '_blank', rel: 'noopener', tabIndex: -1 });
  return link;
}
