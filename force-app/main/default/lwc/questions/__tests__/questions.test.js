import { askedQuestions, choicesOf, isBlank, optionsOf, toInputs, valuesOf } from 'c/questions';

const objectInfo = {
  fields: {
    Method__c: {
      label: 'Method',
      inlineHelpText: 'How.',
      dataType: 'Picklist',
      length: 255,
      createable: true,
      updateable: false,
    },
  },
};
const picklists = { picklistFieldValues: { Method__c: { values: [{ label: 'Docker', value: 'D', validFor: [] }] } } };

describe('c/questions', () => {
  test('asks what applies to the answers so far', () => {
    const questions = [{ name: 'Type__c' }, { name: 'Detail__c', when: ({ Type__c }) => Type__c === 'Other' }];

    expect(askedQuestions(questions, { Type__c: 'Other' })).toHaveLength(2);
    expect(askedQuestions(questions, { Type__c: 'Cloud' })).toEqual([{ name: 'Type__c' }]);
  });

  test('describes an input by what the org knows of its field', () => {
    const questions = [{ name: 'Method__c', required: true, missing: 'Choose one.' }];

    expect(toInputs(questions, { Method__c: 'D' }, { objectInfo, picklists, isNew: true })).toEqual([
      {
        name: 'Method__c',
        label: 'Method',
        help: 'How.',
        dataType: 'Picklist',
        length: 255,
        required: true,
        asRadios: false,
        missing: 'Choose one.',
        options: [{ label: 'Docker', value: 'D' }],
        value: 'D',
      },
    ]);
  });

  test('knows the steps of a number and where a lookup leads', () => {
    const field = (more) => ({ label: 'Field', dataType: 'Double', updateable: true, ...more });
    const fields = { Points__c: field({ scale: 1 }), Owner__c: field({ referenceToInfos: [{ apiName: 'User' }] }) };
    const questions = [{ name: 'Points__c' }, { name: 'Owner__c', filter: { criteria: [] } }];

    const [points, owner] = toInputs(questions, {}, { objectInfo: { fields }, picklists, isNew: false });

    expect([points.step, points.target]).toEqual([0.1, undefined]);
    expect([owner.step, owner.target, owner.filter]).toEqual([undefined, 'User', { criteria: [] }]);
  });

  test.each([
    ['may not be changed', 'Method__c', false],
    ['may not be read', 'Hidden__c', true],
  ])('leaves out a field that %s', (_, name, isNew) => {
    expect(toInputs([{ name }], {}, { objectInfo, picklists, isNew })).toEqual([]);
  });

  test('has no options before the picklists are there', () => {
    expect(optionsOf(undefined, 'Method__c')).toEqual([]);
  });

  test('takes several choices apart', () => {
    expect(choicesOf('A;B')).toEqual(['A', 'B']);
    expect(choicesOf('')).toEqual([]);
    expect(choicesOf(null)).toEqual([]);
  });

  test.each([
    [undefined, true],
    [null, true],
    ['', true],
    [0, false],
    [false, false],
  ])('knows whether %p is blank', (value, expected) => {
    expect(isBlank(value)).toBe(expected);
  });

  test('reads the plain values of a record, and none of no record', () => {
    expect(valuesOf({ fields: { Users__c: { value: 3, displayValue: '3' } } })).toEqual({ Users__c: 3 });
    expect(valuesOf(null)).toEqual({});
  });
});
