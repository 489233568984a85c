import type { Cell } from './entities.ts';
import { invalidArgument } from './errors.ts';
import type { Scope } from './formula/scope.ts';
import { readEntry } from './values/entered.ts';
import { displayText, effectiveValue } from './values/effective.ts';
import type { BooleanCondition } from './wire/messages.ts';

/** Kinds of condition that nothing here can decide. */
const UNDECIDED = new Set(['CUSTOM_FORMULA', 'ONE_OF_RANGE', 'FILTER_EXPRESSION', 'TEXT_IS_EMAIL', 'TEXT_IS_URL']);

export function canDecide({ type = '' }: BooleanCondition): boolean {
  return !UNDECIDED.has(type);
}

/**
 * Whether a cell meets a condition of a validation rule or a filter.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ConditionType
 */
export function meets(cell: Cell | undefined, scope: Scope, { type = '', values = [] }: BooleanCondition): boolean {
  if (!canDecide({ type })) throw invalidArgument(`This emulator cannot decide conditions of type ${type}.`);
  const given = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  const text = displayText(cell, scope);
  const { numberValue, boolValue } = effectiveValue(cell, scope) ?? {};
  if (type === 'BLANK' || type === 'NOT_BLANK') return (text === '') === (type === 'BLANK');
  if (type === 'ONE_OF_LIST') return given.includes(text);
  if (type === 'BOOLEAN') return given.length > 0 ? given.includes(text) : boolValue !== undefined;
  if (type === 'DATE_IS_VALID') return numberValue !== undefined;
  if (type.startsWith('TEXT_')) return meetsText(type, text.toLowerCase(), (given[0] ?? '').toLowerCase());
  const limits = given.map((one) => readEntry(one).value?.numberValue ?? NaN);
  return numberValue !== undefined && meetsNumber(type.replace(/^(NUMBER|DATE)_/, ''), numberValue, limits);
}

function meetsText(type: string, text: string, wanted: string): boolean {
  switch (type) {
    case 'TEXT_CONTAINS':
      return text.includes(wanted);
    case 'TEXT_NOT_CONTAINS':
      return !text.includes(wanted);
    case 'TEXT_STARTS_WITH':
      return text.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(wanted);
    case 'TEXT_EQ':
      return text === wanted;
    case 'TEXT_NOT_EQ':
      return text !== wanted;
    default:
      throw invalidArgument(`This emulator cannot decide conditions of type ${type}.`);
  }
}

function meetsNumber(type: string, value: number, [first = NaN, last = NaN]: readonly number[]): boolean {
  switch (type) {
    case 'GREATER':
    case 'AFTER':
      return value > first;
    case 'GREATER_THAN_EQ':
    case 'ON_OR_AFTER':
      return value >= first;
    case 'LESS':
    case 'BEFORE':
      return value < first;
    case 'LESS_THAN_EQ':
    case 'ON_OR_BEFORE':
      return value <= first;
    case 'EQ':
      return value === first;
    case 'NOT_EQ':
      return value !== first;
    case 'BETWEEN':
      return value >= first && value <= last;
    case 'NOT_BETWEEN':
      return value < first || value > last;
    default:
      throw invalidArgument(`This emulator cannot decide conditions of type ${type}.`);
  }
}
