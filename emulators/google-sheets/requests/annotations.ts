import { mayEdit } from '../access.ts';
import { withColorStyles } from '../answers/colors.ts';
import type { Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument, protectedCell } from '../errors.ts';
import { findBox, findSheet } from '../grid/places.ts';
import { newId } from '../store.ts';
import { applyFields } from '../wire/field-mask.ts';
import { ConditionalFormatRule, NamedRange, ProtectedRange, type GridRange } from '../wire/messages.ts';
import { int32, message, string } from '../wire/proto.ts';
import { kind, required, updateMask, type Change } from './kind.ts';

/** A range as it is kept: its sheet exists, and the id of the first sheet is left out. */
function keptRange(draft: Spreadsheet, range: GridRange | undefined): GridRange {
  const { sheetId = 0, ...rest } = required(range, 'range');
  findBox(draft, { sheetId, ...rest });
  return { ...(sheetId !== 0 && { sheetId }), ...rest };
}

/* Named ranges */

export const addNamedRange = kind(message('AddNamedRangeRequest', { namedRange: NamedRange }), ({ draft }, request) => {
  const given = required(request.namedRange, 'namedRange');
  const name = required(given.name, 'namedRange.name');
  refuseName(draft, name);
  const namedRangeId = given.namedRangeId ?? String(newId(draft.namedRanges.map((one) => one.namedRangeId)));
  const namedRange = { namedRangeId, name, range: keptRange(draft, given.range) };
  draft.namedRanges.push(namedRange);
  return { namedRange };
});

function refuseName(draft: Spreadsheet, name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
    throw invalidArgument(`Named range is invalid: ${name}`);
  }
  if (draft.namedRanges.some((one) => one.name?.toLowerCase() === name.toLowerCase())) {
    throw invalidArgument(`A named range with the name "${name}" already exists.`);
  }
}

function namedRangeIndex(draft: Spreadsheet, id: string | undefined): number {
  const index = draft.namedRanges.findIndex(({ namedRangeId }) => namedRangeId === id);
  if (index < 0) throw invalidArgument(`No named range with id: ${id ?? ''}`);
  return index;
}

export const updateNamedRange = kind(
  message('UpdateNamedRangeRequest', { namedRange: NamedRange, fields: string }),
  ({ draft }, request) => {
    const given = required(request.namedRange, 'namedRange');
    const index = namedRangeIndex(draft, given.namedRangeId);
    const next = applyFields(draft.namedRanges[index] ?? {}, given, updateMask(request.fields, NamedRange));
    draft.namedRanges[index] = { ...next, range: keptRange(draft, next.range) };
    return undefined;
  },
);

export const deleteNamedRange = kind(
  message('DeleteNamedRangeRequest', { namedRangeId: string }),
  ({ draft }, request) => {
    draft.namedRanges.splice(namedRangeIndex(draft, request.namedRangeId), 1);
    return undefined;
  },
);

/* Protected ranges */

export const addProtectedRange = kind(
  message('AddProtectedRangeRequest', { protectedRange: ProtectedRange }),
  ({ draft, email }, request) => {
    const given = required(request.protectedRange, 'protectedRange');
    const range = given.range ?? namedRangeOf(draft, given.namedRangeId);
    const ids = draft.sheets.flatMap((sheet) => sheet.protectedRanges.map((one) => one.protectedRangeId));
    const { warningOnly, description, unprotectedRanges } = given;
    const users = given.editors?.users ?? [];
    const told: ProtectedRange = {
      protectedRangeId: given.protectedRangeId ?? newId(ids),
      range: keptRange(draft, range),
      ...(description !== undefined && { description }),
      ...(warningOnly === true && { warningOnly }),
      requestingUserCanEdit: true,
      ...(unprotectedRanges && unprotectedRanges.length > 0 && { unprotectedRanges }),
      editors: { ...(users.length > 0 && { users }), ...domainOf(given) },
    };
    // Who protects a range may edit it.
    const editors = { ...told.editors, users: [...new Set([...users, email])] };
    sheetOf(draft, told).protectedRanges.push({ ...told, editors });
    return { protectedRange: told };
  },
);

function domainOf({ editors }: ProtectedRange): { domainUsersCanEdit?: true } {
  return editors?.domainUsersCanEdit === true ? { domainUsersCanEdit: true } : {};
}

function namedRangeOf(draft: Spreadsheet, id: string | undefined): GridRange | undefined {
  return id === undefined ? undefined : draft.namedRanges[namedRangeIndex(draft, id)]?.range;
}

function sheetOf(draft: Spreadsheet, { range }: ProtectedRange): Sheet {
  return findSheet(draft, range?.sheetId ?? 0);
}

/** Where a protection is kept; who may not edit the range may not change its protection. */
function findProtection({ draft, email }: Change, id: number | undefined): { sheet: Sheet; index: number } {
  for (const sheet of draft.sheets) {
    const index = sheet.protectedRanges.findIndex(({ protectedRangeId }) => protectedRangeId === id);
    const found = sheet.protectedRanges[index];
    if (found === undefined) continue;
    if (!mayEdit(draft, found, email)) throw protectedCell();
    return { sheet, index };
  }
  throw invalidArgument(`No protected range with id: ${String(id ?? 0)}`);
}

export const updateProtectedRange = kind(
  message('UpdateProtectedRangeRequest', { protectedRange: ProtectedRange, fields: string }),
  (change, request) => {
    const given = required(request.protectedRange, 'protectedRange');
    const { sheet, index } = findProtection(change, given.protectedRangeId);
    const mask = updateMask(request.fields, ProtectedRange);
    const next = applyFields(sheet.protectedRanges[index] ?? {}, given, mask);
    const users = [...new Set([...(next.editors?.users ?? []), change.email])];
    sheet.protectedRanges[index] = {
      ...next,
      range: keptRange(change.draft, next.range),
      editors: { ...next.editors, users },
    };
    return undefined;
  },
);

export const deleteProtectedRange = kind(
  message('DeleteProtectedRangeRequest', { protectedRangeId: int32 }),
  (change, request) => {
    const { sheet, index } = findProtection(change, request.protectedRangeId);
    sheet.protectedRanges.splice(index, 1);
    return undefined;
  },
);

/* Conditional formats */

export const addConditionalFormatRule = kind(
  message('AddConditionalFormatRuleRequest', { rule: ConditionalFormatRule, index: int32 }),
  ({ draft }, request) => {
    const { sheet, rule } = keptRule(draft, request.rule);
    sheet.conditionalFormats.splice(request.index ?? 0, 0, rule);
    return undefined;
  },
);

function keptRule(
  draft: Spreadsheet,
  given: ConditionalFormatRule | undefined,
): { sheet: Sheet; rule: ConditionalFormatRule } {
  const rule = required(given, 'rule');
  const ranges = (rule.ranges ?? []).map((range) => keptRange(draft, range));
  const [first] = ranges;
  return {
    sheet: findSheet(draft, required(first, 'rule.ranges').sheetId ?? 0),
    rule: withColorStyles({ ...rule, ranges }),
  };
}

function ruleAt(sheet: Sheet, index = 0): ConditionalFormatRule {
  const rule = sheet.conditionalFormats[index];
  if (rule === undefined) {
    throw invalidArgument(`No conditional format on sheet: ${String(sheet.sheetId)} at index: ${String(index)}`);
  }
  return rule;
}

export const updateConditionalFormatRule = kind(
  message('UpdateConditionalFormatRuleRequest', {
    index: int32,
    sheetId: int32,
    rule: ConditionalFormatRule,
    newIndex: int32,
  }),
  ({ draft }, { index = 0, sheetId = 0, rule, newIndex }) => {
    const sheet = findSheet(draft, rule?.ranges?.[0]?.sheetId ?? sheetId);
    const oldRule = ruleAt(sheet, index);
    const newRule = rule === undefined ? oldRule : keptRule(draft, rule).rule;
    sheet.conditionalFormats.splice(index, 1);
    sheet.conditionalFormats.splice(newIndex ?? index, 0, newRule);
    return { oldRule, newRule, oldIndex: index, newIndex: newIndex ?? index };
  },
);

export const deleteConditionalFormatRule = kind(
  message('DeleteConditionalFormatRuleRequest', { index: int32, sheetId: int32 }),
  ({ draft }, { index = 0, sheetId = 0 }) => {
    const sheet = findSheet(draft, sheetId);
    const rule = ruleAt(sheet, index);
    sheet.conditionalFormats.splice(index, 1);
    return { rule };
  },
);
