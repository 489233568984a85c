import { fieldErrors, isConflict, isDuplicateValue, isNoAccess, otherErrors, reduceErrors } from 'c/ldsUtils';

const refusedSave = {
  status: 400,
  body: {
    message: 'An error occurred while trying to update the record. Please try again.',
    output: {
      errors: [{ message: 'Account is locked' }],
      fieldErrors: {
        Opportunity__c: [{ message: 'Choose the Opportunity.' }],
        Hosting_Provider__c: [{ message: 'Choose a provider.' }, { message: 'It is required.' }],
      },
    },
  },
};

describe('ldsUtils', () => {
  test.each([
    ['nothing', undefined, []],
    ['a text', 'It failed', ['It failed']],
    ['a thrown error', new Error('Failed to fetch'), ['Failed to fetch']],
    ['a list of read errors', { status: 400, body: [{ message: 'No such field' }] }, ['No such field']],
    ['a plain body', { status: 500, body: { message: 'Server error' } }, ['Server error']],
    ['a status without a body', { status: 503, statusText: 'Unavailable' }, ['Unavailable']],
    ['the same error twice', ['It failed', 'It failed'], ['It failed']],
  ])('tells the messages of %s', (_, error, messages) => {
    expect(reduceErrors(error)).toEqual(messages);
  });

  test('tells record and field messages of a refused save instead of its general message', () => {
    expect(reduceErrors(refusedSave)).toEqual([
      'Account is locked',
      'Choose the Opportunity.',
      'Choose a provider.',
      'It is required.',
    ]);
  });

  test('keeps the general message of a refused save that names neither record nor field', () => {
    const error = { status: 400, body: { message: 'Try again.', output: { errors: [], fieldErrors: {} } } };

    expect(reduceErrors(error)).toEqual(['Try again.']);
    expect(otherErrors(error, [])).toEqual(['Try again.']);
  });

  test('tells the messages of a refused save by field', () => {
    expect(fieldErrors(refusedSave)).toEqual({
      Opportunity__c: 'Choose the Opportunity.',
      Hosting_Provider__c: 'Choose a provider. It is required.',
    });
    expect(fieldErrors(new Error('Failed to fetch'))).toEqual({});
  });

  test('leaves out what the fields show themselves', () => {
    expect(otherErrors(refusedSave, ['Hosting_Provider__c'])).toEqual(['Account is locked', 'Choose the Opportunity.']);
  });

  test('knows a value that another record has already', () => {
    const duplicate = { message: 'duplicate value found', errorCode: 'DUPLICATE_VALUE' };

    expect(isDuplicateValue({ body: { output: { errors: [duplicate] } } })).toBe(true);
    expect(isDuplicateValue({ body: { output: { errors: [], fieldErrors: { Open_Key__c: [duplicate] } } } })).toBe(
      true,
    );
    expect([refusedSave, { body: [duplicate] }, { body: { message: 'Bad' } }, undefined].map(isDuplicateValue)).toEqual(
      [false, false, false, false],
    );
  });

  test('knows a lack of access from other failures', () => {
    expect([403, 404, 400, 500].map((status) => isNoAccess({ status }))).toEqual([true, true, false, false]);
    expect(isNoAccess(undefined)).toBe(false);
  });

  test('knows that somebody else saved in between', () => {
    const conflict = { status: 409, body: { output: { errors: [{ errorCode: 'CONFLICT', message: 'Changed.' }] } } };

    expect([conflict, { status: 412 }, refusedSave, { body: [] }, undefined].map(isConflict)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
