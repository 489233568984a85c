import { canDecide, meets } from './conditions.ts';
import type { Cell } from './entities.ts';
import type { Scope } from './formula/scope.ts';
import { invalidArgument } from './errors.ts';

/** Refuses what a person typed when the cell's rule is strict and the value is not one it allows. */
export function refuseInvalid(cell: Cell | undefined, scope: Scope): void {
  const rule = cell?.dataValidation;
  if (rule?.strict !== true || cell?.userEnteredValue === undefined) return;
  if (!isAllowed(cell, scope)) {
    throw invalidArgument(
      rule.inputMessage ?? 'The data you entered violates the data validation rules set on this cell.',
    );
  }
}

function isAllowed(cell: Cell, scope: Scope): boolean {
  const condition = cell.dataValidation?.condition;
  // What cannot be decided here is allowed.
  return condition === undefined || !canDecide(condition) || meets(cell, scope, condition);
}

/** The choices that a dropdown offers. */
export function choicesOf(cell: Cell | undefined): string[] | undefined {
  const { condition, showCustomUi } = cell?.dataValidation ?? {};
  if (condition?.type === 'BOOLEAN') return ['TRUE', 'FALSE'];
  if (condition?.type !== 'ONE_OF_LIST' || showCustomUi === false) return undefined;
  return (condition.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
}
