import type { Box, Sheet, Spreadsheet } from './entities.ts';
import { permissionDenied, protectedCell } from './errors.ts';
import { intersects, toBox } from './grid/places.ts';
import type { ProtectedRange } from './wire/messages.ts';

/** Refuses a caller with whom the spreadsheet is not shared. */
export function refuseStrangers(spreadsheet: Spreadsheet, email: string): void {
  if (spreadsheet.owner !== email && !spreadsheet.editors.includes(email)) throw permissionDenied();
}

/** Whether somebody may edit what a protection covers: its owner always, others when they are listed. */
export function mayEdit(spreadsheet: Spreadsheet, range: ProtectedRange, email: string): boolean {
  if (range.warningOnly === true || spreadsheet.owner === email) return true;
  return range.editors?.domainUsersCanEdit === true || (range.editors?.users ?? []).includes(email);
}

/** Refuses a change of cells that are protected against this caller. */
export function refuseProtected(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, email: string): void {
  const hit = sheet.protectedRanges.some((range) => covers(sheet, range, box) && !mayEdit(spreadsheet, range, email));
  if (hit) throw protectedCell();
}

/** Whether a warning, not a refusal, stands before a change: what a person is asked before they go on. */
export function isGuarded(sheet: Sheet, box: Box): boolean {
  return sheet.protectedRanges.some((range) => range.warningOnly === true && covers(sheet, range, box));
}

function covers(sheet: Sheet, range: ProtectedRange, box: Box): boolean {
  const covered = toBox(sheet, range.range ?? {});
  if (!intersects(covered, box)) return false;
  const open = (range.unprotectedRanges ?? []).map((one) => toBox(sheet, one));
  return !open.some(
    (one) => one.top <= box.top && one.bottom >= box.bottom && one.left <= box.left && one.right >= box.right,
  );
}
