import { infoAt, loadingOf } from 'c/loading';

const THERE = { data: {} };
const REFUSED = { error: { status: 500 } };
const FORBIDDEN = { error: { status: 403 } };

describe('c/loading', () => {
  test.each([
    ['nothing has come', [undefined, {}], { hasBegun: false, isLoading: true, isReady: false }],
    ['the first has come', [THERE, {}], { hasBegun: true, isLoading: true, isReady: false }],
    ['all have come', [THERE, THERE], { hasBegun: true, isLoading: false, isReady: true, error: undefined }],
    ['one is an error', [{}, REFUSED], { hasBegun: false, isLoading: false, isReady: false, hasAccess: true }],
    ['the user has no access', [FORBIDDEN, THERE], { hasBegun: true, hasAccess: false, error: { status: 403 } }],
    ['two are errors', [REFUSED, FORBIDDEN], { hasAccess: true, error: { status: 500 } }],
  ])('knows how far it is when %s', (_, results, expected) => {
    expect(loadingOf(...results)).toMatchObject(expected);
  });

  test.each([
    [
      'is the object that was asked for',
      { data: { results: [{ statusCode: 200, result: 'info' }] } },
      { data: 'info' },
    ],
    ['is forbidden', { data: { results: [{ statusCode: 403, result: [] }] } }, { error: { status: 403 } }],
    ['is an error like all', REFUSED, REFUSED],
    ['is not there yet', {}, { data: undefined }],
  ])('one of several objects %s', (_, objectInfos, expected) => {
    expect(infoAt(objectInfos, 0)).toEqual(expected);
  });
});
