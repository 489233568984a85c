const MOST = 500;
const dialog = document.getElementById('filter');
const list = dialog.querySelector('.values');
const all = dialog.querySelector('#filter-all');

/** Asks which values of a column are shown; answers those that are not, or undefined when the person changes nothing. */
export function askWhatToHide(column, values, hidden) {
  dialog.querySelector('h2').textContent = `Show rows with, in column ${column}:`;
  const boxes = values.slice(0, MOST).map((value) => toBox(value, !hidden.includes(value)));
  list.replaceChildren(...boxes.map(({ label }) => label));
  dialog.querySelector('.more').hidden = values.length <= MOST;
  const tellAll = () => {
    all.checked = boxes.every(({ input }) => input.checked);
    all.indeterminate = !all.checked && boxes.some(({ input }) => input.checked);
  };
  all.onchange = () => {
    for (const { input } of boxes) input.checked = all.checked;
  };
  list.onchange = tellAll;
  tellAll();
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = () => {
      const left = boxes.filter(({ input }) => !input.checked).map(({ value }) => value);
      resolve(dialog.returnValue === 'apply' ? left : undefined);
    };
    dialog.addEventListener('close', answer, { once: true });
  });
}

function toBox(value, checked) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'checkbox', checked });
  label.append(input, value === '' ? '(Blanks)' : value);
  return { label, input, value };
}
