import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Sheet } from '../entities.ts';
import { GoogleError, notFound } from '../errors.ts';
import { Human } from '../human/human.ts';
import type { SpreadsheetStore } from '../store.ts';
import { carryOut, needsWarning, PageChange } from './changes.ts';
import { gridPage } from './grid-page.ts';
import { RowVersions } from './row-versions.ts';
import { toSheetView } from './sheet-view.ts';

const TABULATOR = join(dirname(createRequire(import.meta.url).resolve('tabulator-tables')), '..');
const BROWSER = join(import.meta.dirname, '../browser');

/** The files that the page loads, by the name it asks for. */
const ASSETS: Record<string, { path: string; type: string }> = {
  'tabulator.js': { path: join(TABULATOR, 'js/tabulator_esm.min.mjs'), type: 'text/javascript' },
  'tabulator.css': { path: join(TABULATOR, 'css/tabulator_simple.min.css'), type: 'text/css' },
  'grid.css': { path: join(BROWSER, 'grid.css'), type: 'text/css' },
  ...Object.fromEntries(
    ['grid', 'cell-editor', 'draw-cell', 'filter-dialog', 'prompts', 'sheet-client', 'sheet-table', 'table-scroll'].map(
      (name) => {
        return [`${name}.js`, { path: join(BROWSER, `${name}.js`), type: 'text/javascript' }];
      },
    ),
  ),
};

interface Pages {
  store: SpreadsheetStore;
  /** The spreadsheet that `/` leads to. */
  first: string;
  portal: () => string | undefined;
}

interface SheetPath {
  spreadsheetId: string;
  sheetId: string;
}

const WARNING =
  "Heads up! You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?";

/** The spreadsheet in the browser, and what its page asks of the emulator. */
export function pageRoutes(app: FastifyInstance, { store, first, portal }: Pages): void {
  const versions = new RowVersions();
  store.onCommit((commit) => {
    versions.note(commit);
  });

  app.get('/', (_request, reply) => reply.redirect(`/spreadsheets/d/${first}/edit`));
  app.get<{ Params: { spreadsheetId: string } }>('/spreadsheets/d/:spreadsheetId/edit', (request, reply) => {
    const spreadsheet = store.get(request.params.spreadsheetId);
    return reply.type('text/html').send(gridPage(spreadsheet, portal()));
  });
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const asset = ASSETS[request.params.name];
    if (asset === undefined) throw notFound();
    return reply.type(asset.type).send(await readFile(asset.path, 'utf8'));
  });

  app.get<{ Params: SheetPath; Querystring: { since?: string } }>(
    '/_pages/spreadsheets/:spreadsheetId/sheets/:sheetId',
    (request) => {
      const { spreadsheetId } = request.params;
      const sheet = findSheet(store, request.params);
      const since = Number(request.query.since ?? 0);
      const version = store.version(spreadsheetId);
      // A version from before a reset means nothing any more.
      const isWanted = (row: number): boolean =>
        since === 0 || since > version
          ? sheet.rows[row] !== undefined
          : versions.changedSince(spreadsheetId, sheet.sheetId, row, since);
      return toSheetView(store.get(spreadsheetId), sheet, version, isWanted);
    },
  );
  app.post<{ Params: SheetPath }>('/_pages/spreadsheets/:spreadsheetId/sheets/:sheetId/changes', (request, reply) => {
    const change = PageChange.safeParse(request.body);
    if (!change.success) return reply.code(400).send({ error: change.error.message });
    const human = new Human(store, request.params.spreadsheetId);
    return outcomeOf(human, findSheet(store, request.params), change.data);
  });
}

function findSheet(store: SpreadsheetStore, { spreadsheetId, sheetId }: SheetPath): Sheet {
  const sheet = store.get(spreadsheetId).sheets.find((one) => String(one.sheetId) === sheetId);
  if (sheet === undefined) throw notFound();
  return sheet;
}

/** What came of a change. A refusal is an answer like any other: the page shows it. */
type Outcome = { outcome: 'saved' } | { outcome: 'refused'; error: string } | { outcome: 'warned'; warning: string };

function outcomeOf(human: Human, sheet: Sheet, change: PageChange): Outcome {
  if (needsWarning(human, sheet, change)) return { outcome: 'warned', warning: WARNING };
  try {
    carryOut(human, sheet, change);
    return { outcome: 'saved' };
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { outcome: 'refused', error: error.message.replace(/^Invalid requests\[0\]\.\w+: /, '') };
  }
}
