import { expect, test } from '@jest/globals';
import { evaluateFormula } from './evaluate-formula.ts';

test.each([
  ['Amount + 1', 1, null],
  ['Amount * Discount', 0, null],
  ['MAX(Amount, 5)', 5, null],
  ['ISBLANK(Amount)', 0, 1],
  ['ISNULL(Amount)', 0, 1],
  ['BLANKVALUE(Amount, 7)', 0, 7],
  ['NULLVALUE(Amount, 7)', 0, 7],
  ['Amount = 0', 1, 0],
  ['IF(Amount < 1, "less", "not")', 'less', 'not'],
])('%s of a blank number is %j as zero and %j as blank', (formula, asZero, asBlank) => {
  expect(evaluateFormula(formula, { blanks: 'BlankAsZero' })).toBe(asZero);
  expect(evaluateFormula(formula, { blanks: 'BlankAsBlank' })).toBe(asBlank);
});

test.each([
  ['Name = ""', 1],
  ['Name = NULL', 1],
  ['Name <> "x"', 1],
  ['Name < "x"', 0],
  ['Name & "x"', 'x'],
  ['LEN(Name)', 0],
  ['CONTAINS(Name, "x")', 0],
  ['BEGINS("x", Name)', 1],
  ['VALUE(Name)', null],
  ['ISNUMBER(Name)', 0],
  ['ISBLANK(Name)', 1],
  ['ISNULL(Name)', 0],
  ['BLANKVALUE(Name, "x")', 'x'],
  ['NULLVALUE(Name, "x")', null],
  ['REGEX(Name, "a*")', 1],
  ['ISBLANK(OwnerId)', 1],
  ['ISBLANK(TEXT(StageName))', 1],
])('%s of a blank text is %j', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test.each([
  ['CloseDate > TODAY()', 0],
  ['CloseDate = CloseDate', 0],
  ['NOT(CloseDate > TODAY())', 0],
  ['CloseDate + 1', null],
  ['YEAR(CloseDate)', null],
  ['TEXT(CloseDate)', null],
  ['CASE(CloseDate, NULL, "blank", "else")', 'else'],
])('%s of a blank date is %j', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test('a blank checkbox is false', () => {
  expect(evaluateFormula('IF(IsClosed, 1, 2)')).toBe(2);
  expect(evaluateFormula('IsClosed = FALSE')).toBe(1);
});
