import type { Box, Cell, Row, Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { effectiveValue } from '../values/effective.ts';
import type { SortSpec } from '../wire/messages.ts';
import { copyFormula } from '../formula/references.ts';
import { cellAt, putCells } from './cells.ts';
import { hasReference } from './formulas.ts';
import { intersects, toA1 } from './places.ts';

/**
 * Sorts the cells of a box by rows. Only cells move: hidden rows keep their place, and what belongs to a row as such,
 * its height and its developer metadata, stays where it was.
 */
export function sortBox(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, specs: readonly SortSpec[]): void {
  refuseVerticalMerges(sheet, box);
  const places: number[] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    if (!isHidden(sheet.rows[row])) places.push(row);
  }
  const scope = new Scope(spreadsheet, sheet);
  const sorted = places.map((row) => ({ row, keys: specs.map((spec) => toKey(scope, row, spec)) }));
  sorted.sort((one, other) => compareKeys(one.keys, other.keys, specs));

  const before = places.map((row) => sheet.rows[row]);
  const beforeByPlace = new Map(places.map((place, index) => [place, before[index]]));
  const whole = box.left === 0 && box.right === sheet.columns.length;
  for (const [index, place] of places.entries()) {
    const source = sorted[index]?.row ?? place;
    if (source === place) continue;
    const from = rowMoved(beforeByPlace.get(source), place - source);
    if (whole) sheet.rows[place] = withCells(beforeByPlace.get(place), from);
    else putCells(sheet, place, box.left, cellsBetween(from, box));
  }
}

/** Whether a row is out of sight, by a person or by the filter. */
export function isHidden(row: Row | undefined): boolean {
  return row?.hiddenByUser === true || row?.hiddenByFilter === true;
}

function withCells(place: Row | undefined, source: Row | undefined): Row | undefined {
  if (place === undefined && source !== undefined && Object.keys(source).length === 1) return source;
  const line = { ...place, cells: source?.cells ?? [] };
  return line.cells.length === 0 && Object.keys(line).length === 1 ? undefined : line;
}

/** A row with the formulas as they are so many rows further down: what they say about their own row goes along. */
function rowMoved(row: Row | undefined, down: number): Row | undefined {
  if (row === undefined || !row.cells.some(hasReference)) return row;
  const cells = row.cells.map((cell) => {
    if (cell === undefined || !hasReference(cell)) return cell;
    const formulaValue = copyFormula(cell.userEnteredValue?.formulaValue ?? '', down, 0);
    return { ...cell, userEnteredValue: { formulaValue } };
  });
  return { ...row, cells };
}

function cellsBetween(row: Row | undefined, box: Box): (Cell | undefined)[] {
  return Array.from({ length: box.right - box.left }, (_none, offset) => row?.cells[box.left + offset]);
}

function refuseVerticalMerges(sheet: Sheet, box: Box): void {
  const merge = sheet.merges.find((one) => one.bottom - one.top > 1 && intersects(one, box));
  if (merge === undefined) return;
  throw invalidArgument(
    `You can't sort a range containing vertical merges. There is a vertical merge at ${toA1(sheet, merge)}`,
  );
}

type Key = number | string | boolean | undefined;

function toKey(scope: Scope, row: number, spec: SortSpec): Key {
  const { numberValue, stringValue, boolValue, errorValue } =
    effectiveValue(cellAt(scope.sheet, row, spec.dimensionIndex ?? 0), scope) ?? {};
  return numberValue ?? (stringValue === '' ? undefined : stringValue) ?? boolValue ?? errorValue?.type;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const RANK = { number: 0, string: 1, boolean: 2, undefined: 3 };

function compareKeys(one: readonly Key[], other: readonly Key[], specs: readonly SortSpec[]): number {
  for (const [index, spec] of specs.entries()) {
    const [left, right] = [one[index], other[index]];
    // Blank cells come last in either direction.
    if (left === undefined || right === undefined) {
      if (left !== right) return left === undefined ? 1 : -1;
      continue;
    }
    const order = compare(left, right);
    if (order !== 0) return spec.sortOrder === 'DESCENDING' ? -order : order;
  }
  return 0;
}

function compare(one: Exclude<Key, undefined>, other: Exclude<Key, undefined>): number {
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other);
  const rank = (key: Key): number => RANK[typeof key as keyof typeof RANK];
  return rank(one) - rank(other) || Number(one) - Number(other);
}
