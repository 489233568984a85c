import type { Cell } from '../entities.ts';
import type { ExtendedValue } from '../wire/messages.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import type { Scope } from '../formula/scope.ts';
import { formatNumber } from './number-format.ts';

/** What a cell comes to: what was entered, or what its formula gives. */
export function effectiveValue(cell: Cell | undefined, scope: Scope): ExtendedValue | undefined {
  const entered = cell?.userEnteredValue;
  if (entered?.formulaValue === undefined) return entered;
  return evaluateFormula(entered.formulaValue, scope).value;
}

const ERROR_TEXT: Record<string, string> = {
  ERROR: '#ERROR!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  NUM: '#NUM!',
  NAME: '#NAME?',
  REF: '#REF!',
  N_A: '#N/A',
  NULL_VALUE: '#NULL!',
  LOADING: 'Loading...',
};

/** What a cell shows. */
export function displayText(cell: Cell | undefined, scope: Scope): string {
  return showValue(effectiveValue(cell, scope), cell);
}

/** How a value looks in a cell with its format. */
export function showValue(value: ExtendedValue | undefined, cell: Cell | undefined): string {
  const { numberValue, stringValue, boolValue, errorValue } = value ?? {};
  if (numberValue !== undefined) return formatNumber(numberValue, cell?.userEnteredFormat?.numberFormat);
  if (stringValue !== undefined) return stringValue;
  if (boolValue !== undefined) return boolValue ? 'TRUE' : 'FALSE';
  return errorValue?.type === undefined ? '' : (ERROR_TEXT[errorValue.type] ?? '#ERROR!');
}

/** The address that a cell links to, when it has just one: by HYPERLINK, by its format or by one run of its text. */
export function hyperlinkOf(cell: Cell | undefined, scope: Scope): string | undefined {
  const formula = cell?.userEnteredValue?.formulaValue;
  if (formula !== undefined) return evaluateFormula(formula, scope).hyperlink;
  const byFormat = cell?.userEnteredFormat?.textFormat?.link?.uri;
  const byRuns = (cell?.textFormatRuns ?? []).flatMap(({ format }) => format?.link?.uri ?? []);
  return byFormat ?? (byRuns.length === 1 ? byRuns[0] : undefined);
}
