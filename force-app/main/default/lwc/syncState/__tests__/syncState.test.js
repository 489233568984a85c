import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import SyncState from 'c/syncState';
import { testsOfLoading } from '../../../../../../test/lwc/card-states.js';
import { find } from '../../../../../../test/lwc/page.js';
import { record, settle } from '../../../../../../test/lwc/records.js';

function request({ Vitally_State__c: state, ...fields }) {
  const words = String(state).replaceAll('_', ' ');
  return record('Implementation_Request__c', {
    ...fields,
    ...(state === undefined ? {} : { Vitally_State__c: [state, words] }),
  });
}

async function show(shown) {
  const element = createElement('c-sync-state', { is: SyncState });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  if (shown) {
    getRecord.emit(shown);
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
    const since = find(element, '[data-backlog] c-date-text')?.value ?? null;
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
    expect(find(element, '[data-vitally] c-date-text').value).toBe('2022-11-18T10:00:00.000Z');
    await expect(element).toBeAccessible();
  });

  test('says not started to those who may not read the state', async () => {
    const element = await show(request({}));

    expect(find(element, 'lightning-badge').label).toBe('c.Groundwork_Vitally_Not_Started');
  });

  testsOfLoading(() => show(null));
});
