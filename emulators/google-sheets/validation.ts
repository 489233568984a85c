import type { Cell } from './entities.ts';
import { invalidArgument } from './errors.ts';
import { displayText, effectiveValue } from './values/effective.ts';

/** Refuses what a person typed when the cell's rule is strict and the value is not one it allows. */
export function refuseInvalid(cell: Cell | undefined): void {
  const rule = cell?.dataValidation;
  if (rule?.strict !== true || cell?.userEnteredValue === undefined) return;
  if (!isAllowed(cell)) {
    throw invalidArgument(
      rule.inputMessage ?? 'The data you entered violates the data validation rules set on this cell.',
    );
  }
}

/** Rules other than lists, numbers and checkboxes allow everything here. */
function isAllowed(cell: Cell): boolean {
  const { type, values = [] } = cell.dataValidation?.condition ?? {};
  const options = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  const { numberValue, boolValue } = effectiveValue(cell) ?? {};
  const [least = -Infinity, most = Infinity] = options.map(Number);
  switch (type) {
    case 'ONE_OF_LIST':
      return options.includes(displayText(cell));
    case 'BOOLEAN':
      return boolValue !== undefined;
    case 'NUMBER_BETWEEN':
      return numberValue !== undefined && numberValue >= least && numberValue <= most;
    case 'NUMBER_GREATER':
      return numberValue !== undefined && numberValue > least;
    case 'NUMBER_GREATER_THAN_EQ':
      return numberValue !== undefined && numberValue >= least;
    case 'DATE_IS_VALID':
      return numberValue !== undefined;
    default:
      return true;
  }
}

/** The choices that a dropdown offers. */
export function choicesOf(cell: Cell | undefined): string[] | undefined {
  const { condition, showCustomUi } = cell?.dataValidation ?? {};
  if (condition?.type === 'BOOLEAN') return ['TRUE', 'FALSE'];
  if (condition?.type !== 'ONE_OF_LIST' || showCustomUi === false) return undefined;
  return (condition.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
}
