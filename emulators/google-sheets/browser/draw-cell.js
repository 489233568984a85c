const PLAIN = 'background:;color:;font-weight:;font-style:;text-decoration:;text-align:';

/** Dresses the element of a cell and answers what is to stand in it: its text, with its links. */
export function drawCell(element, cell = { text: '' }, column) {
  element.setAttribute('aria-colindex', String(column + 2));
  element.style.cssText += `;${PLAIN};${cell.style ?? ''}`;
  element.classList.toggle('number', cell.number === true);
  element.classList.toggle('noted', cell.note !== undefined);
  element.classList.toggle('choice', cell.choices !== undefined);
  element.title = cell.note ?? '';
  if (cell.links === undefined) return document.createTextNode(cell.text);
  const content = document.createElement('span');
  let drawn = 0;
  for (const { start, end, url } of cell.links) {
    const link = document.createElement('a');
    Object.assign(link, { href: url, textContent: cell.text.slice(start, end), target: '_blank', rel: 'noopener' });
    link.tabIndex = -1;
    content.append(cell.text.slice(drawn, start), link);
    drawn = end;
  }
  content.append(cell.text.slice(drawn));
  return content;
}
