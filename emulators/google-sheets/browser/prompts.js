const SHOWN_MS = 8000;
const message = document.getElementById('message');
const dialog = document.getElementById('warning');
let timer;

/** Tells the person something that went wrong, for a while. */
export function tell(text) {
  message.textContent = text;
  message.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(forget, SHOWN_MS);
}

export function forget() {
  message.hidden = true;
}

/** Asks whether to go on. */
export function isConfirmed(text) {
  document.getElementById('warning-text').textContent = text;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'go on'), { once: true });
  });
}
