import { expect, test } from '@jest/globals';
import { evaluateFormula } from './evaluate-formula.ts';

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 4 - 3', 3],
  ['2 ^ 3 ^ 2', 64],
  ['-2 ^ 2', 4],
  ['0.1 + 0.2', 0.3],
  ['.5 + 1.', 1.5],
  ['1 / 3 * 3', 1],
  ['100 / 8', 12.5],
])('calculates %s in decimal', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test.each([
  ['1 < 2 && 2 <= 2', 1],
  ['1 > 2 || 3 >= 4', 0],
  ['1 = 1 && 1 == 1', 1],
  ['1 <> 2 && 1 != 2', 1],
  ['!TRUE || NOT(FALSE)', 1],
  ['1 = 2 || 1 < 2 && FALSE', 0],
  ['"b" > "a"', 1],
  ['DATE(2026, 1, 2) > DATE(2026, 1, 1)', 1],
])('decides %s', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test.each([
  ['"a" & "b" + "c"', 'abc'],
  ['\'single\' & "double"', 'singledouble'],
  [String.raw`"say \"hi\" \\ it\'s"`, `say "hi" \\ it's`],
  ['/* why */ "a" /* because */ & "b" /** end **/', 'ab'],
])('joins %s', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test('moves a date by whole days, a datetime by seconds and a time by milliseconds', () => {
  const record = { CloseDate: '2026-02-28', CreatedDate: '2026-02-28T10:00:00.000Z', Starts__c: '10:00:00.000Z' };

  expect(evaluateFormula('CloseDate + 1.9', { record })).toBe('2026-03-01');
  expect(evaluateFormula('CreatedDate + 0.16666', { record })).toBe('2026-02-28T13:59:59.000Z');
  expect(evaluateFormula('Starts__c + 1500', { record })).toBe('10:00:01.500Z');
});

test('counts the days between two dates', () => {
  const record = { CloseDate: '2026-12-01', CreatedDate: '2026-11-22T00:00:00.000Z' };

  expect(evaluateFormula('CloseDate - TODAY()', { record })).toBe(9);
  expect(evaluateFormula('NOW() - CreatedDate', { record })).toBe(0.5);
});

test('takes an id of 15 characters for the same of 18', () => {
  const record = { OwnerId: '0058d000001abCDAA2', '$User.Id': '0058d000001abCD' };

  expect(evaluateFormula('OwnerId = $User.Id', { record })).toBe(1);
  expect(evaluateFormula('OwnerId = "0058d000001abCDAA2"', { record })).toBe(1);
  expect(evaluateFormula('OwnerId <> "0058d000001abcDAAY"', { record })).toBe(1);
  expect(evaluateFormula('CASESAFEID(OwnerId)', { record })).toBe('0058d000001abCDAAY');
});

test('stops at the first condition that decides', () => {
  expect(evaluateFormula('AND(FALSE, 1 / 0 = 1)')).toBe(0);
  expect(evaluateFormula('OR(TRUE, 1 / 0 = 1)')).toBe(1);
  expect(evaluateFormula('IF(TRUE, 1, 1 / 0)')).toBe(1);
});
