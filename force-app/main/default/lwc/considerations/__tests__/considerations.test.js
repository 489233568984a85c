import { considerationsOf, currentReview, monthOf, numberOf, scoreOf, shownValue, showsScores } from 'c/considerations';

const infos = require('./data/objectInfos.json');
const request = require('./data/request.json');

const review = currentReview(request);

function all(changes = {}, reviewChanges = {}) {
  const changedReview = { ...review, fields: { ...review.fields, ...reviewChanges } };
  return considerationsOf({ ...request, fields: { ...request.fields, ...changes } }, changedReview, infos);
}

function one(key, changes, reviewChanges) {
  return all(changes, reviewChanges).find((consideration) => consideration.key === key);
}

describe('c/considerations', () => {
  test('are five, each with its score, its weight and what it adds', () => {
    expect(all().map(({ key, score, weight, points }) => [key, score, weight, points])).toEqual([
      ['Revenue', 4, 30, 24],
      ['Size', 3.5, 20, 14],
      ['Value', null, 25, 0],
      ['Intangibles', 3, 15, 9],
      ['Bandwidth', null, 10, 0],
    ]);
  });

  test('show their inputs in the words of the org, without those that are blank', () => {
    expect(one('Revenue').inputs.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Yearly Revenue: $480,000.00',
      'Probability: 20%',
      'Close Date: 5/31/2023',
      'Revenue Fiscal Year: FY24',
      'Target Fiscal Year: FY24',
      'Fiscal-Year Impact: $64,000.00',
    ]);
    expect(one('Size').inputs.map(({ value }) => value)).toEqual([
      '2,000',
      '30,000',
      'Beyond XL',
      'Air-gapped, Own base image',
    ]);
  });

  test('name what is missing when the score is unknown, and nothing when it is known', () => {
    expect(one('Value').missing).toEqual(['Addressable Market']);
    expect(one('Bandwidth').missing).toEqual([]);
    expect(one('Bandwidth', { Effort_Points__c: { value: null } }).missing).toEqual(['Effort Points']);
    expect(one('Revenue').missing).toEqual([]);
  });

  test('tell what a person put in place of the suggestion, and why', () => {
    expect(one('Size')).toMatchObject({ suggested: 2.5, override: 3.5, reason: 'Three regions' });
    expect(one('Revenue')).toMatchObject({ suggested: 4, override: null, reason: null });
  });

  test('look at the month in which the request would begin', () => {
    const month = {
      Capacity_Points__c: { value: 20 },
      Committed_Points__c: { value: null },
      Free_Points__c: { value: 12 },
    };
    const Capacity_Month__r = { value: { id: 'a03000000000001AAA', apiName: 'Month', fields: month } };

    expect(monthOf(request)).toBeNull();
    expect(monthOf({ ...request, fields: { Capacity_Month__r } })).toEqual({ capacity: 20, committed: 0, free: 12 });
    expect(one('Bandwidth', { Capacity_Month__r }).inputs.at(-1).value).toBe('12');
  });

  test('call a field by its name when the org does not tell its label', () => {
    const [revenue] = considerationsOf(request, review, { request: undefined, review: undefined });

    expect(revenue.inputs[0].label).toBe('Yearly_Revenue__c');
  });

  test('are hidden from those who may not read scores', () => {
    expect(showsScores(review)).toBe(true);
    expect(showsScores({ ...review, fields: {} })).toBe(false);
    expect(showsScores(null)).toBe(false);
    expect(currentReview({ ...request, fields: {} })).toBeNull();
    expect(currentReview(undefined)).toBeNull();
  });

  test.each([
    [{ Revenue: 4, Size: 3.5, Value: 3.6, Intangibles: 3, Bandwidth: 2 }, 69],
    [{ Revenue: 4, Size: 3.5, Value: null, Intangibles: 3, Bandwidth: null }, 47],
    [{ Revenue: 0, Size: 0, Value: 0, Intangibles: 3.33, Bandwidth: 0 }, 10],
    [{}, 0],
  ])('%j score %d of 100', (factors, expected) => {
    const weights = { Revenue: 30, Size: 20, Value: 25, Intangibles: 15, Bandwidth: 10 };

    expect(scoreOf(weights, factors)).toBe(expected);
  });

  test('read a field as people do', () => {
    const record = {
      fields: { A: { value: 'x', displayValue: 'X' }, B: { value: '' }, C: { value: 1234 }, D: { value: 'd' } },
    };

    expect(['A', 'B', 'C', 'D', 'E'].map((name) => shownValue(record, name))).toEqual(['X', null, '1,234', 'd', null]);
    expect(numberOf(record, 'D')).toBeNull();
  });
});
