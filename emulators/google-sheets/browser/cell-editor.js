/**
 * Opens an input in a cell. `onDone` gets the text, or undefined when the person thought better of it, and the way to
 * move on: `down`, `up`, `right`, `left` or `stay`.
 */
export function openEditor(element, { text, typed, choices, label, onDone }) {
  const field = choices?.strict === true ? choiceField(choices.options, text, typed) : textField(choices, text, typed);
  field.className = 'cell-editor';
  field.setAttribute('aria-label', label);
  let open = true;

  function finish(value, move) {
    if (!open) return;
    open = false;
    onDone(value, move);
  }

  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') finish(undefined, 'stay');
    else if (event.key === 'Enter') finish(field.value, event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') finish(field.value, event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', () => finish(field.value, 'stay'));
  for (const name of ['click', 'dblclick', 'mousedown'])
    field.addEventListener(name, (event) => event.stopPropagation());
  // Arrow keys change a closed list at every step; only a pick by pointer is a decision.
  let byPointer = true;
  field.addEventListener('keydown', () => (byPointer = false));
  field.addEventListener('mousedown', () => (byPointer = true));
  if (field.tagName === 'SELECT') field.addEventListener('change', () => byPointer && finish(field.value, 'stay'));

  element.replaceChildren(field);
  field.focus();
  if (field.tagName !== 'SELECT' && typed === undefined)
    field.setSelectionRange(field.value.length, field.value.length);
  return { finish };
}

function textField(choices, text, typed) {
  const input = document.createElement('input');
  input.value = typed ?? text;
  input.spellcheck = false;
  input.autocomplete = 'off';
  if (choices !== undefined) {
    const list = document.createElement('datalist');
    list.id = 'cell-choices';
    list.append(...choices.options.map((option) => Object.assign(document.createElement('option'), { value: option })));
    document.getElementById('cell-choices')?.remove();
    document.body.append(list);
    input.setAttribute('list', list.id);
  }
  return input;
}

function choiceField(options, text, typed) {
  const select = document.createElement('select');
  const known = options.includes(text) || text === '' ? options : [text, ...options];
  select.append(
    ...['', ...known].map((option) =>
      Object.assign(document.createElement('option'), {
        value: option,
        textContent: option === '' ? '(empty)' : option,
      }),
    ),
  );
  const guess = typed && options.find((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
  select.value = guess ?? text;
  return select;
}
