import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import SyncState from 'c/syncState';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

function request(fields) {
  const values = Object.entries(fields).map(([name, value]) => [
    name,
    { value, displayValue: name === 'Vitally_State__c' ? String(value).replaceAll('_', ' ') : null },
  ]);
  return { id: 'a00000000000001AAA', fields: Object.fromEntries(values) };
}

async function show(record) {
  const element = createElement('c-sync-state', { is: SyncState });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  if (record) {
    getRecord.emit(record);
  }
  await settle();
  return element;
}

describe('c-sync-state', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test.each([
    [
      'in the backlog',
      { Backlog_Since__c: '2022-11-16T10:00:00.000Z', Is_Open__c: true },
      'c.Groundwork_Sync_In_Backlog_Since',
    ],
    [
      'gone from it',
      { Backlog_Since__c: '2022-11-16T10:00:00.000Z', Is_Open__c: false },
      'c.Groundwork_Sync_Was_In_Backlog_Since',
    ],
    ['not there yet', { Status__c: 'Submitted' }, 'c.Groundwork_Sync_Not_In_Backlog'],
    ['not filed', { Status__c: 'Draft' }, 'c.Groundwork_Sync_Not_Filed'],
  ])('says that the request is %s', async (_, fields, told) => {
    const element = await show(request(fields));

    expect(find(element, '[data-backlog]').textContent).toBe(told);
    const since = find(element, '[data-backlog] lightning-formatted-date-time')?.value ?? null;
    expect(since).toBe(fields.Backlog_Since__c ?? null);
    await expect(element).toBeAccessible();
  });

  test.each([
    [null, 'c.Groundwork_Vitally_Not_Started_Text', 'null'],
    ['Waiting_For_Account', 'c.Groundwork_Vitally_Waiting', 'Waiting For Account'],
    ['Mirrored', 'c.Groundwork_Vitally_Mirrored', 'Mirrored'],
    ['Not_Active', 'c.Groundwork_Vitally_Not_Active', 'Not Active'],
    ['Refused', 'c.Groundwork_Vitally_Refused', 'Refused'],
    ['Later_Added', '', 'Later Added'],
  ])('says what %s means in Vitally', async (state, told, word) => {
    const element = await show(request({ Vitally_State__c: state }));

    expect(find(element, '[data-vitally] p').textContent).toBe(told);
    expect(find(element, 'lightning-badge').label).toBe(word);
  });

  test('leads to Vitally and says when it was updated', async () => {
    const element = await show(
      request({
        Vitally_State__c: 'Mirrored',
        Vitally_Synced_On__c: '2022-11-18T10:00:00.000Z',
        Vitally_Url__c: 'https://vitally.example/1',
      }),
    );

    expect(find(element, 'lightning-formatted-url').value).toBe('https://vitally.example/1');
    expect(find(element, '[data-vitally] lightning-formatted-date-time').value).toBe('2022-11-18T10:00:00.000Z');
    await expect(element).toBeAccessible();
  });

  test('says not started to those who may not read the state', async () => {
    const element = await show(request({}));

    expect(find(element, 'lightning-badge').label).toBe('c.Groundwork_Vitally_Not_Started');
  });

  test('is loading until the request is there, and says when it could not be read or may not be', async () => {
    const element = await show();
    expect(find(element, '[role="status"]').textContent).toBe('c.Groundwork_Loading');

    getRecord.error({ message: 'No answer' }, 500, 'Server Error');
    await settle();
    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Load_Failed');

    getRecord.error({ message: 'No access' }, 403, 'Forbidden');
    await settle();
    expect(find(element, '[data-no-access]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
