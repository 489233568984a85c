import { expect, test } from '@jest/globals';
import { compileFormula, FormulaError } from '../../../../../emulators/salesforce/formula/index.ts';
import { scope } from './evaluate-formula.ts';

function refusal(source: string, returns: 'any' | 'boolean' | 'number' = 'any'): string {
  try {
    compileFormula(source, scope, { returns, blanks: 'BlankAsZero' });
  } catch (error) {
    if (error instanceof FormulaError) return `${error.position}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

test.each([
  ['IF(TRUE, 1', "10: Syntax error. Missing ')'"],
  ['IF(TRUE, 1, 2))', "14: Syntax error. Extra ')'"],
  ['1 + , 2', "4: Syntax error. Found ','"],
  ['Amount < > 2', "9: Syntax error. Found '>'"],
  ['1 +', '3: Syntax error'],
  ['', '0: Syntax error'],
  ['"open', '0: Syntax error'],
  ['1 /* open', '2: Syntax error'],
  [String.raw`"\d"`, '1: Syntax error'],
])('%s is not a formula', (formula, message) => {
  expect(refusal(formula)).toBe(message);
});

test.each([
  ['Nope__c = 1', '0: Field Nope__c does not exist. Check spelling.'],
  ['MINIMUM(1, 2)', '0: Unknown function MINIMUM. Check spelling.'],
  ['VLOOKUP(1, 2, 3)', '0: Function VLOOKUP may not be used in this type of formula'],
  ['ISNEW()', '0: Function ISNEW may not be used in this type of formula'],
  ['ISCHANGED(Name)', '0: Function ISCHANGED may not be used in this type of formula'],
  ['IF(TRUE, 1)', "0: Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
  ['CASE(1, 1, 1, 2, 2)', "0: Incorrect number of parameters for function 'CASE()'. Expected 4, received 5"],
  ['LEN(Amount)', "4: Incorrect parameter type for function 'LEN()'. Expected Text, received Number"],
  ['ROUND("1", 2)', "6: Incorrect parameter type for function 'ROUND()'. Expected Number, received Text"],
  ['1 + "a"', "4: Incorrect parameter type for operator '+'. Expected Number, received Text"],
  ['Name + 1', "0: Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Text"],
  ['Name = 1', "7: Incorrect parameter type for operator '='. Expected Text, received Number"],
  ['CloseDate = NOW()', "12: Incorrect parameter type for operator '='. Expected Date, received DateTime"],
  ['Amount && TRUE', "0: Incorrect parameter type for operator '&&'. Expected Boolean, received Number"],
  ['IF(TRUE, 1, "a")', "12: Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
  ['CASE(1, 1, TRUE, FALSE)', "11: Incorrect argument type for function 'CASE()'."],
])('%s does not compile', (formula, message) => {
  expect(refusal(formula)).toBe(message);
});

test.each([
  ['UPPER(StageName)', 6],
  ['StageName = "Won"', 0],
  ['ISBLANK(StageName)', 8],
  ['StageName', 0],
])('%s needs TEXT() around the picklist', (formula, position) => {
  const message = 'Field StageName is a picklist field. Picklist fields are only supported in certain functions.';

  expect(refusal(formula)).toBe(`${position}: ${message}`);
});

test('a rule has to give true or false', () => {
  expect(refusal('1 + 1', 'boolean')).toBe(
    '0: Formula result is data type (Number), incompatible with expected data type (Boolean).',
  );
  expect(refusal('Amount > 1', 'boolean')).toBe('accepted');
});

test('a formula of more than 3,900 characters is too long', () => {
  expect(refusal(`1${' '.repeat(3899)}`)).toBe('accepted');
  expect(refusal(`1${' '.repeat(3900)}`)).toBe(
    '3900: Formula is too long (3,901 characters). Maximum length is 3,900 characters',
  );
});

test.each(['!', '-', '('])('nothing but thousands of %s is refused and does not exhaust the stack', (sign) => {
  expect(refusal(sign.repeat(3900))).toBe('500: Syntax error');
});
