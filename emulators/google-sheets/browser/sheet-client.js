/** Talks to the emulator about one spreadsheet: loads a sheet, then only what changed, and sends what a person does. */
export class SheetClient {
  #base;
  #onStatus;
  #pending = 0;

  constructor(spreadsheetId, onStatus) {
    this.#base = `/_pages/spreadsheets/${encodeURIComponent(spreadsheetId)}/sheets`;
    this.#onStatus = onStatus;
  }

  /** The sheet with the rows that changed after a version; with all its rows for version 0. */
  async load(sheetId, since = 0) {
    const answer = await fetch(`${this.#base}/${sheetId}?since=${since}`);
    if (!answer.ok) throw new Error(`The sheet could not be loaded (${answer.status}).`);
    const view = await answer.json();
    return { ...view, rows: view.rows.map(([row, cells]) => [row, cells.map((cell) => toCell(cell, view.choices))]) };
  }

  /**
   * Sends one change. The answer has an `error` when it was refused, and a `warning` when the person is to be asked
   * first.
   */
  async change(sheetId, change) {
    this.#pending += 1;
    this.#onStatus('Saving…');
    try {
      const answer = await fetch(`${this.#base}/${sheetId}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
      const told = await answer.json();
      return answer.ok ? told : { error: errorText(told.error) };
    } catch {
      return { error: 'The emulator did not answer. Your change was not saved.' };
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) this.#onStatus('Saved');
    }
  }
}

function errorText(error) {
  return typeof error === 'string' ? error : (error?.message ?? 'The change was refused.');
}

const EMPTY = { text: '' };

function toCell(cell, choices) {
  if (cell === null) return EMPTY;
  if (typeof cell === 'string') return { text: cell };
  return cell.choices === undefined ? cell : { ...cell, choices: choices[cell.choices] };
}

/** Calls back when somebody else may have changed something, at most once in a while. */
export function listenForChanges(callback) {
  const events = new EventSource('/_emulator/events');
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      callback();
    }, 100);
  };
  events.addEventListener('change', later);
  // After the emulator came back, whatever happened meanwhile is fetched.
  events.addEventListener('open', later);
}
