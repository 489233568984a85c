import { expect, test } from '@jest/globals';
import {
  compileFormula,
  formulaFieldType,
  FormulaEvaluationError,
} from '../../../../../emulators/salesforce/formula/index.ts';
import { evaluateFormula, scope } from './evaluate-formula.ts';

const LEAVES_TRIAGE =
  'AND(ISCHANGED(StageName), ISPICKVAL(StageName, "Qualified"), NOT(ISPICKVAL(PRIORVALUE(StageName), "In_Triage")))';

test('tells where a picklist comes from', () => {
  const record = { StageName: 'Qualified' };

  expect(evaluateFormula(LEAVES_TRIAGE, { record, before: { StageName: 'In_Triage' } })).toBe(0);
  expect(evaluateFormula(LEAVES_TRIAGE, { record, before: { StageName: 'Submitted' } })).toBe(1);
  expect(evaluateFormula(LEAVES_TRIAGE, { record, before: record })).toBe(0);
});

test('sees no change in a new record, and its own value as the prior one', () => {
  const record = { Name: 'Acme', Amount: 5 };

  expect(evaluateFormula('ISNEW()', { record })).toBe(1);
  expect(evaluateFormula('ISCHANGED(Name)', { record })).toBe(0);
  expect(evaluateFormula('PRIORVALUE(Name)', { record })).toBe('Acme');
  expect(evaluateFormula('ISCLONE()', { record })).toBe(0);
});

test('tells zero from blank when it looks for a change', () => {
  expect(evaluateFormula('ISCHANGED(Amount)', { record: { Amount: null }, before: { Amount: 0 } })).toBe(1);
  expect(evaluateFormula('ISCHANGED(Amount)', { record: { Amount: 0 }, before: { Amount: 0 } })).toBe(0);
  expect(evaluateFormula('ISCHANGED(Name)', { record: { Name: 'a' }, before: { Name: null } })).toBe(1);
});

test('looks into picklists by API value', () => {
  const record = { StageName: 'Closed_Won', Tags__c: 'red;green' };

  expect(evaluateFormula('CASE(StageName, "Open", 1, "Closed_Won", 2, 3)', { record })).toBe(2);
  expect(evaluateFormula('TEXT(StageName)', { record })).toBe('Closed_Won');
  expect(evaluateFormula('ISPICKVAL(StageName, "")', { record: {} })).toBe(1);
  expect(evaluateFormula('INCLUDES(Tags__c, "green")', { record })).toBe(1);
  expect(evaluateFormula('INCLUDES(Tags__c, "gre")', { record })).toBe(0);
  expect(evaluateFormula('PICKLISTCOUNT(Tags__c)', { record })).toBe(2);
});

test('reads a percent as a fraction and returns one in hundredths', () => {
  const record = { Amount: 200, Rate: 15 };

  expect(evaluateFormula('Amount * Rate', { record })).toBe(30);
  expect(evaluateFormula('Amount / 400', { record, returns: 'percent' })).toBe(50);
});

test('names every field that it reads, once', () => {
  const { fields, type } = compileFormula('IF(Account.OwnerId = $User.Id, Amount, Amount * 2)', scope, {
    returns: 'any',
    blanks: 'BlankAsZero',
  });

  expect(fields).toEqual([['Account', 'OwnerId'], ['$User', 'Id'], ['Amount']]);
  expect(type).toBe('number');
});

test('fails for a rule and is blank for a formula field', () => {
  const formula = compileFormula('1 / Amount', scope, { returns: 'number', blanks: 'BlankAsZero' });
  const context = { valueOf: () => null, isNew: true, now: new Date(0) };

  expect(() => formula.evaluate(context)).toThrow(FormulaEvaluationError);
  expect(formula.evaluateOrBlank(context)).toBeNull();
});

test('refuses a column that holds what its type cannot be', () => {
  expect(() => evaluateFormula('Amount + 1', { record: { Amount: 'much' } })).toThrow(
    "The value 'much' is not a valid number.",
  );
  expect(() => evaluateFormula('CloseDate + 1', { record: { CloseDate: 'soon' } })).toThrow(FormulaEvaluationError);
});

test('sees every field type but a compound address', () => {
  expect(formulaFieldType('currency')).toBe('number');
  expect(formulaFieldType('reference')).toBe('id');
  expect(formulaFieldType('textarea')).toBe('text');
  expect(formulaFieldType('address')).toBeUndefined();
});
