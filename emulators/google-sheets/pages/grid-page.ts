import { html, renderPage } from '../../core/index.ts';
import type { Spreadsheet } from '../entities.ts';

/** The page of one spreadsheet; its script fills the grid. */
export function gridPage(spreadsheet: Spreadsheet, portal: string | undefined): string {
  return renderPage({
    title: spreadsheet.properties.title ?? 'Untitled spreadsheet',
    place: 'Google Sheets',
    portal,
    wide: true,
    head: html`<link rel="stylesheet" href="/assets/tabulator.css" />
      <link rel="stylesheet" href="/assets/grid.css" />
      <script type="module" src="/assets/grid.js"></script>`,
    body: html`<div class="sheet-page" data-spreadsheet="${spreadsheet.id}" data-first-sheet="${spreadsheet.sheets[0]?.sheetId}">
      <div class="toolbar" role="toolbar" aria-label="Sheet">
        <button type="button" class="plain" data-action="sort-ascending">Sort A–Z</button>
        <button type="button" class="plain" data-action="sort-descending">Sort Z–A</button>
        <span class="gap"></span>
        <button type="button" class="plain" data-action="insert-above">Insert row above</button>
        <button type="button" class="plain" data-action="insert-below">Insert row below</button>
        <button type="button" class="plain" data-action="delete-row">Delete row</button>
        <button type="button" class="plain" data-action="insert-column">Insert column left</button>
        <span class="gap"></span>
        <button type="button" class="plain" data-filter="set">Filter…</button>
        <button type="button" class="plain" data-filter="clear" hidden>Clear filter</button>
        <span class="gap"></span>
        <label class="switch" hidden><input type="checkbox" id="show-hidden" /> Show hidden columns</label>
        <span id="status" role="status">Loading…</span>
      </div>
      <div class="formula-bar">
        <output id="cell-name" aria-label="Chosen cell">A1</output>
        <textarea id="formula" rows="1" aria-label="Contents of the chosen cell" spellcheck="false"></textarea>
      </div>
      <p id="note" hidden></p>
      <div id="grid" aria-label="${spreadsheet.properties.title}"></div>
      <div class="tabs" role="tablist" aria-label="Sheets"></div>
      <div id="message" role="alert" hidden></div>
      <dialog id="filter" aria-labelledby="filter-title">
        <h2 id="filter-title"></h2>
        <label><input type="checkbox" id="filter-all" /> All</label>
        <div class="values"></div>
        <p class="more" hidden>There are more values than this list can hold.</p>
        <form method="dialog">
          <button value="cancel" class="plain">Cancel</button>
          <button value="apply">Apply</button>
        </form>
      </dialog>
      <dialog id="warning" aria-labelledby="warning-text">
        <p id="warning-text"></p>
        <form method="dialog">
          <button value="cancel" class="plain">Cancel</button>
          <button value="go on">Edit anyway</button>
        </form>
      </dialog>
    </div>`,
  });
}
