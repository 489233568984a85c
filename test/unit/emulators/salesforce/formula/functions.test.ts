import { expect, test } from '@jest/globals';
import { FormulaEvaluationError } from '../../../../../emulators/salesforce/formula/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';

test.each([
  ['ROUND(1.1 * 1.15, 2)', 1.27],
  ['ROUND(-2.5, 0)', -3],
  ['ROUND(1234.5, -2)', 1200],
  ['ROUND(7, -1)', 0],
  ['TRUNC(2.79, 1)', 2.7],
  ['TRUNC(-2.79)', -2],
  ['CEILING(-1.2)', -2],
  ['FLOOR(-1.2)', -1],
  ['MCEILING(-1.2)', -1],
  ['MFLOOR(-1.2)', -2],
  ['MFLOOR(1 / 9 * 9)', 1],
  ['MOD(-7, 3)', -1],
  ['MIN(3, 1, 2)', 1],
  ['ABS(-4)', 4],
  ['SQRT(16)', 4],
  ['LOG(1000)', 3],
  ['LN(EXP(2))', 2],
  ['ROUND(PI(), 4)', 3.1416],
  ['600 ^ -600', 0],
])('%s is %d', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test.each([
  ['LEFT("Groundwork", 6)', 'Ground'],
  ['RIGHT("Groundwork", 4)', 'work'],
  ['MID("Groundwork", 7, 2)', 'wo'],
  ['FIND("o", "Groundwork", 4)', 8],
  ['FIND("z", "Groundwork")', 0],
  ['SUBSTITUTE("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['TRIM("  a b  ")', 'a b'],
  ['UPPER("große") & LOWER("ÅB")', 'GROSSEåb'],
  ['INITCAP("mr. o_neill 3RD")', 'Mr. O_Neill 3rd'],
  ['LPAD("7", 3, "0")', '007'],
  ['RPAD("7", 3, "ab")', '7ab'],
  ['LPAD("long", 2)', 'lo'],
  ['REVERSE("abc")', 'cba'],
  ['ASCII("A")', 65],
  ['CHR(8364)', '€'],
  ['TEXT(1.50)', '1.5'],
  ['TEXT(1000000 * 1000000 * 1000000 * 1000000)', '1000000000000000000000000'],
  ['VALUE("-1.5e2")', -150],
  ['HYPERLINK("/x", "open", "_self")', '<a href="/x" target="_self">open</a>'],
  ['IMAGE("/i.png", "flag")', '<img src="/i.png" alt="flag" border="0"/>'],
])('%s is %j', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test.each([
  ['DATEVALUE("2011-1-9")', '2011-01-09'],
  ['DATEVALUE(NOW())', '2026-11-22'],
  ['DATETIMEVALUE("2026-11-22 5:06:07")', '2026-11-22T05:06:07.000Z'],
  ['TEXT(DATETIMEVALUE("2026-11-22 05:06:07"))', '2026-11-22 05:06:07Z'],
  ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
  ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
  ['ADDMONTHS(DATE(2026, 1, 15), -2)', '2025-11-15'],
  ['WEEKDAY(TODAY())', 1],
  ['YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', 20261122],
  ['DAYOFYEAR(DATE(2024, 12, 31))', 366],
  ['ISOWEEK(DATE(2027, 1, 1))', 53],
  ['ISOYEAR(DATE(2027, 1, 1))', 2026],
  ['UNIXTIMESTAMP(DATE(1970, 1, 2))', 86400],
  ['FROMUNIXTIME(1)', '1970-01-01T00:00:01.000Z'],
  ['TIMEVALUE("10:40:55.666") - 40000', '10:40:15.666Z'],
  ['HOUR(TIMENOW()) + MINUTE(TIMEVALUE("00:40:00.000"))', 52],
  ['TIMEVALUE("01:00:00.000") - TIMEVALUE("23:00:00.000")', 7_200_000],
  ['FORMATDURATION(90061)', '25:01:01'],
  ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
  ['FORMATDURATION(NOW(), NOW() - 1.5)', '1:12:00:00'],
])('%s is %j on 22 November 2026', (formula, result) => {
  expect(evaluateFormula(formula)).toBe(result);
});

test('measures the distance between two places', () => {
  const record = { Place__Latitude__s: 48.8566, Place__Longitude__s: 2.3522 };

  const kilometres = evaluateFormula('ROUND(DISTANCE(Place__c, GEOLOCATION(51.5074, -0.1278), "km"), 0)', { record });

  expect(kilometres).toBe(344);
});

test.each([
  '1 / 0',
  'MOD(1, 0)',
  'SQRT(-1)',
  'LN(0)',
  'EXP(1000)',
  '2 ^ 0.5',
  '10 ^ 100',
  'VALUE("1,000")',
  'DATE(2011, 2, 29)',
  'DATEVALUE("2012:02:02")',
  'DATETIMEVALUE("2012-01-01 24:00:00")',
  'TIMEVALUE("1:00:00.000")',
  'TIMEVALUE("00:00:00.000") - 1',
  'TODAY() + 99999999999',
  'LPAD("a", 9999999999)',
  'FROMUNIXTIME(10 ^ 20)',
  'ADDMONTHS(TODAY(), 10 ^ 6)',
  'DISTANCE(GEOLOCATION(200, 0), GEOLOCATION(0, 0), "mi")',
])('%s has no result', (formula) => {
  expect(() => evaluateFormula(formula)).toThrow(FormulaEvaluationError);
  expect(evaluateFormula(`IFERROR(${formula}, NULL)`)).toBeNull();
});
