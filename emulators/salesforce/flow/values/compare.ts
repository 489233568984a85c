import type { StoredValue } from '../../entities.ts';
import { toId18 } from '../../ids.ts';
import type { Family, FlowItem } from './types.ts';
import { allValues, isRecord } from './types.ts';

/** Operators that hold two scalars of a kind against each other. */
export type ScalarOperator =
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo'
  | 'StartsWith'
  | 'EndsWith'
  | 'Contains';

/** Which of them a family knows; equality is known to all. */
export function knowsOperator(family: Family, operator: ScalarOperator): boolean {
  if (operator === 'EqualTo' || operator === 'NotEqualTo') return family !== 'record';
  if (operator === 'StartsWith' || operator === 'EndsWith' || operator === 'Contains') return family === 'text';
  return family === 'number' || family === 'date' || family === 'datetime' || family === 'time';
}

/** Compares as a running flow does: text with its case, and nothing is neither more nor less than anything. */
export function compareScalars(operator: ScalarOperator, left: StoredValue, right: StoredValue): boolean {
  switch (operator) {
    case 'EqualTo':
      return sameScalar(left, right);
    case 'NotEqualTo':
      return !sameScalar(left, right);
    default:
      return left !== null && right !== null && compareGiven(operator, left, right);
  }
}

function compareGiven(operator: ScalarOperator, left: string | number, right: string | number): boolean {
  switch (operator) {
    case 'GreaterThan':
      return left > right;
    case 'LessThan':
      return left < right;
    case 'GreaterThanOrEqualTo':
      return left >= right;
    case 'LessThanOrEqualTo':
      return left <= right;
    case 'StartsWith':
      return String(left).startsWith(String(right));
    case 'EndsWith':
      return String(left).endsWith(String(right));
    default:
      return String(left).includes(String(right));
  }
}

/** Whether two items of a collection are the same: records by all of their values. */
export function sameItem(left: FlowItem, right: FlowItem): boolean {
  if (isRecord(left) && isRecord(right)) {
    const names = new Set([left, right].flatMap(({ values }) => Object.keys(allValues(values))));
    return [...names].every((name) => (left.values[name] ?? null) === (right.values[name] ?? null));
  }
  return !isRecord(left) && !isRecord(right) && sameScalar(left, right);
}

function sameScalar(left: StoredValue, right: StoredValue): boolean {
  if (left === right) return true;
  if (typeof left !== 'string' || typeof right !== 'string' || left.length === right.length) return false;
  // An id may be written with 15 characters or with 18.
  if (Math.min(left.length, right.length) !== 15 || Math.max(left.length, right.length) !== 18) return false;
  return toId18(left) === toId18(right);
}
