import { expect, test } from '@jest/globals';
import { createSheet, type Spreadsheet } from '../../../../emulators/google-sheets/entities.ts';
import { Scope } from '../../../../emulators/google-sheets/formula/scope.ts';
import { createSpreadsheet } from '../../../../emulators/google-sheets/store.ts';
import { displayText, effectiveValue, hyperlinkOf } from '../../../../emulators/google-sheets/values/effective.ts';
import { enterText } from '../../../../emulators/google-sheets/values/entered.ts';
import { formatNumber } from '../../../../emulators/google-sheets/values/number-format.ts';

const spreadsheet: Spreadsheet = createSpreadsheet({ title: 'Any', owner: 'adi@groundwork.example' });
const SCOPE = new Scope(spreadsheet, spreadsheet.sheets[0] ?? createSheet(0, 'Sheet1'));

test.each([
  ['42', { numberValue: 42 }, '42'],
  ['0042', { numberValue: 42 }, '42'],
  ['-1,234.5', { numberValue: -1234.5 }, '-1,234.50'],
  ['$1,200', { numberValue: 1200 }, '$1,200'],
  ['12.5%', { numberValue: 0.125 }, '12.50%'],
  ['true', { boolValue: true }, 'TRUE'],
  ['2020-01-01', { numberValue: 43831 }, '2020-01-01'],
  ['1/2/1999', { numberValue: 36162 }, '1/2/1999'],
  ['2026-11-22 18:30', { numberValue: 46348.770833333336 }, '2026-11-22 18:30'],
  ['7:05 pm', { numberValue: 0.7951388888888888 }, '7:05 pm'],
  ['2026-02-30', { stringValue: '2026-02-30' }, '2026-02-30'],
  ["'=1+1", { stringValue: '=1+1' }, '=1+1'],
  ['=1+1', { formulaValue: '=1+1' }, '2'],
  ['- call the customer', { stringValue: '- call the customer' }, '- call the customer'],
  ['+1+1', { formulaValue: '=+1+1' }, '2'],
  ['+49 30 1234', { formulaValue: '=+49 30 1234' }, '#ERROR!'],
  ['+nobody', { formulaValue: '=+nobody' }, '#NAME?'],
  ['+5', { numberValue: 5 }, '5'],
  ['-2*3', { formulaValue: '=-2*3' }, '-6'],
  ['-5 apples', { stringValue: '-5 apples' }, '-5 apples'],
  ['@ines', { stringValue: '@ines' }, '@ines'],
  ['€1,500', { numberValue: 1500 }, '€1,500'],
  ['-£2.50', { numberValue: -2.5 }, '-£2.50'],
  ['2026/11/22', { numberValue: 46348 }, '2026/11/22'],
  ['Nov 22, 2026', { numberValue: 46348 }, 'Nov 22, 2026'],
  ['22 November 2026', { numberValue: 46348 }, '22 November 2026'],
  ['1e5', { numberValue: 100000 }, '1.00E+05'],
  ['P1', { stringValue: 'P1' }, 'P1'],
])('takes %s as a person would have it taken', (text, value, shown) => {
  const cell = enterText(undefined, text);

  expect(cell.userEnteredValue).toEqual(value);
  expect(displayText(cell, SCOPE)).toBe(shown);
});

test('keeps format and note when the text of a cell changes, and takes text for text where the format says so', () => {
  const format = { numberFormat: { type: 'TEXT', pattern: '@' } } as const;
  const cell = { userEnteredFormat: format, note: 'Keep me' };

  expect(enterText(cell, '=1+1')).toEqual({ ...cell, userEnteredValue: { stringValue: '=1+1' } });
  expect(enterText({ ...cell, userEnteredValue: { stringValue: 'x' } }, '')).toEqual(cell);
});

test.each([
  ['= 1 / 1024', { numberValue: 0.0009765625 }],
  ['=2*(3+4)^2', { numberValue: 98 }],
  ['="a"&1', { stringValue: 'a1' }],
  ['=1>=1', { boolValue: true }],
  ['=1/0', { errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' } }],
  ['=QUERY(A1:A3)', { errorValue: { type: 'NAME', message: "Not evaluated by this emulator: 'QUERY'." } }],
  ['=NOSUCH(1)', { errorValue: { type: 'NAME', message: "Unknown function: 'NOSUCH'." } }],
  ['=1+', { errorValue: { type: 'ERROR', message: 'Formula parse error.' } }],
])('%s comes to a value or says why not', (formula, value) => {
  expect(effectiveValue({ userEnteredValue: { formulaValue: formula } }, SCOPE)).toEqual(value);
});

test('HYPERLINK shows its label and links to its address', () => {
  const cell = enterText(undefined, '=HYPERLINK("https://example.com/a", "IR-00001")');

  expect(displayText(cell, SCOPE)).toBe('IR-00001');
  expect(hyperlinkOf(cell, SCOPE)).toBe('https://example.com/a');
});

test.each([
  [46348.5, { type: 'DATE' }, '11/22/2026'],
  [46348.5, { type: 'DATE_TIME', pattern: 'd mmm yyyy, h:mm am/pm' }, '22 Nov 2026, 12:00 pm'],
  [46348, { type: 'DATE', pattern: 'dddd "the" d' }, 'Sunday the 22'],
  [1234567.891, { type: 'NUMBER', pattern: '#,##0.0' }, '1,234,567.9'],
  [-5, { type: 'NUMBER', pattern: '0;(0)' }, '(5)'],
  [0.5, { type: 'PERCENT' }, '50.00%'],
  [1500, { type: 'CURRENCY', pattern: '[$€]#,##0' }, '€1,500'],
  [12345, { type: 'SCIENTIFIC' }, '1.23E+04'],
  [1 / 3, undefined, '0.3333333333'],
] as const)('shows %d in the format %j', (value, format, shown) => {
  expect(formatNumber(value, format)).toBe(shown);
});
