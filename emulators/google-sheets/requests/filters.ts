import { without } from '../without.ts';
import { mayEdit, refuseProtected } from '../access.ts';
import { meets } from '../conditions.ts';
import type { Box, Row, Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt } from '../grid/cells.ts';
import { findBox, findSheet, toBox, toGridRange } from '../grid/places.ts';
import { sortBox } from '../grid/sort.ts';
import { newId } from '../store.ts';
import { displayText } from '../values/effective.ts';
import { applyFields } from '../wire/field-mask.ts';
import { BasicFilter, FilterView, type FilterSpec } from '../wire/messages.ts';
import { int32, message, string } from '../wire/proto.ts';
import { kind, required, updateMask, type Change } from './kind.ts';

/** A filter's criteria, told both ways that Google knows: by column number and as a list. */
function withBothCriteria<T extends Pick<BasicFilter, 'criteria' | 'filterSpecs'>>(filter: T): T {
  const specs: FilterSpec[] =
    filter.filterSpecs ??
    Object.entries((filter.criteria ?? {}) as Record<string, FilterSpec['filterCriteria']>).map(
      ([column, filterCriteria]) => ({
        ...(filterCriteria && { filterCriteria }),
        ...(column !== '0' && { columnIndex: Number(column) }),
      }),
    );
  if (specs.length === 0) return filter;
  const criteria = Object.fromEntries(
    specs.map(({ columnIndex = 0, filterCriteria = {} }) => [String(columnIndex), filterCriteria]),
  );
  return { ...filter, criteria, filterSpecs: specs };
}

/** Hides the rows below the first that a filter leaves out, and shows the others. */
function applyFilter(draft: Spreadsheet, sheet: Sheet, box: Box, specs: readonly FilterSpec[]): void {
  const scope = new Scope(draft, sheet);
  for (let row = box.top + 1; row < box.bottom; row += 1) {
    hide(sheet, row, !specs.every((spec) => passes(scope, row, spec)));
  }
}

function passes(scope: Scope, row: number, { columnIndex = 0, filterCriteria }: FilterSpec): boolean {
  const cell = cellAt(scope.sheet, row, columnIndex);
  if (filterCriteria?.hiddenValues?.includes(displayText(cell, scope)) === true) return false;
  return filterCriteria?.condition === undefined || meets(cell, scope, filterCriteria.condition);
}

function hide(sheet: Sheet, row: number, hidden: boolean): void {
  const old = sheet.rows[row];
  if ((old?.hiddenByFilter === true) === hidden) return;
  const rest: Row = without(old ?? { cells: [] }, 'hiddenByFilter');
  sheet.rows[row] = hidden ? { ...rest, hiddenByFilter: true } : rest;
}

function showAll(sheet: Sheet): void {
  for (const row of sheet.rows.keys()) hide(sheet, row, false);
}

/* The filter that everybody sees */

export const setBasicFilter = kind(message('SetBasicFilterRequest', { filter: BasicFilter }), (change, request) => {
  const given = required(request.filter, 'filter');
  if (given.tableId !== undefined) throw invalidArgument('This emulator does not support tables.');
  const { sheet, box } = findBox(change.draft, required(given.range, 'filter.range'));
  const filter = withBothCriteria(given);
  const sorts = (filter.sortSpecs?.length ?? 0) > 0;
  // To hide rows is to edit no cell, so only a protection of the whole sheet stands against it.
  if (sorts || isWholeProtected(change, sheet)) refuseProtected(change.draft, sheet, box, change.email);
  showAll(sheet);
  if (sorts && box.bottom - box.top > 1) {
    sortBox(change.draft, sheet, { ...box, top: box.top + 1 }, filter.sortSpecs ?? []);
  }
  applyFilter(change.draft, sheet, box, filter.filterSpecs ?? []);
  sheet.basicFilter = { ...filter, range: toGridRange(box) };
  return undefined;
});

function isWholeProtected({ draft, email }: Change, sheet: Sheet): boolean {
  const { rows, columns } = sheet;
  return sheet.protectedRanges.some((one) => {
    const { top, bottom, left, right } = toBox(sheet, one.range ?? {});
    const whole = top === 0 && left === 0 && bottom === rows.length && right === columns.length;
    return whole && !mayEdit(draft, one, email);
  });
}

export const clearBasicFilter = kind(message('ClearBasicFilterRequest', { sheetId: int32 }), ({ draft }, request) => {
  const sheet = findSheet(draft, request.sheetId ?? 0);
  showAll(sheet);
  sheet.basicFilter = undefined;
  return undefined;
});

/* Views: filters that one person looks through, and that move and hide nothing */

export const addFilterView = kind(message('AddFilterViewRequest', { filter: FilterView }), ({ draft }, request) => {
  const given = required(request.filter, 'filter');
  const { sheet, box } = findBox(draft, required(given.range, 'filter.range'));
  const filterViewId = given.filterViewId ?? newId(viewIds(draft));
  if (viewIds(draft).includes(filterViewId)) {
    throw invalidArgument(`Filter view with id ${String(filterViewId)} already exists.`);
  }
  const title = given.title ?? `Filter ${String(sheet.filterViews.length + 1)}`;
  const filter = withBothCriteria({ ...given, filterViewId, title, range: toGridRange(box) });
  sheet.filterViews.push(filter);
  return { filter };
});

export const updateFilterView = kind(
  message('UpdateFilterViewRequest', { filter: FilterView, fields: string }),
  ({ draft }, request) => {
    const given = required(request.filter, 'filter');
    const { sheet, index, view } = findView(draft, given.filterViewId);
    const next = applyFields(
      view,
      { ...given, filterViewId: view.filterViewId },
      updateMask(request.fields, FilterView),
    );
    const { box } = findBox(draft, required(next.range, 'filter.range'));
    sheet.filterViews[index] = withBothCriteria({ ...next, range: toGridRange(box) });
    return undefined;
  },
);

export const duplicateFilterView = kind(
  message('DuplicateFilterViewRequest', { filterId: int32 }),
  ({ draft }, request) => {
    const { sheet, view } = findView(draft, request.filterId);
    const filter = { ...view, filterViewId: newId(viewIds(draft)), title: `Copy of ${view.title ?? ''}` };
    sheet.filterViews.push(filter);
    return { filter };
  },
);

export const deleteFilterView = kind(message('DeleteFilterViewRequest', { filterId: int32 }), ({ draft }, request) => {
  const { sheet, index } = findView(draft, request.filterId);
  sheet.filterViews.splice(index, 1);
  return undefined;
});

function viewIds(draft: Spreadsheet): (number | undefined)[] {
  return draft.sheets.flatMap(({ filterViews }) => filterViews.map(({ filterViewId }) => filterViewId));
}

function findView(draft: Spreadsheet, id: number | undefined): { sheet: Sheet; index: number; view: FilterView } {
  for (const sheet of draft.sheets) {
    const index = sheet.filterViews.findIndex(({ filterViewId }) => filterViewId === id);
    const view = sheet.filterViews[index];
    if (view !== undefined) return { sheet, index, view };
  }
  throw invalidArgument(`No filter view with id: ${String(id ?? 0)}`);
}
