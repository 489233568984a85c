import { createElement } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import AccountRequest from 'c/accountRequest';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/customPermission/Groundwork_Post_Live', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank', () => ({ default: 'Rank {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Percent_Complete', () => ({ default: '{0}%' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Update_Overdue', () => ({ default: '{0} days old' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_First_Update_Overdue', () => ({ default: 'none yet' }), { virtual: true });

const TYPES = {
  Strategy__c: 'Picklist',
  Opportunity__c: 'Reference',
  Target_Completion__c: 'Date',
  Instance_Url__c: 'Url',
  Limit_Trigger__c: 'Picklist',
};
const DEPLOYMENT = {
  Id: 'a00',
  Name: 'IR-00007',
  Request_Type__c: ['Production_Deployment', 'Production Deployment'],
  Status__c: ['In_Deployment', 'In Deployment'],
};

async function show(values = {}) {
  const element = createElement('c-account-request', { is: AccountRequest });
  element.request = record('Implementation_Request__c', { ...DEPLOYMENT, ...values });
  element.objectInfo = objectInfo('Implementation_Request__c', TYPES);
  document.body.appendChild(element);
  await settle();
  return element;
}

const of = (relatedList) => (config) => config.relatedListId === relatedList;

describe('c-account-request', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows where it stands, with what is known of it', async () => {
    const element = await show({
      Health__c: ['Amber', 'Amber'],
      Percent_Complete__c: 55,
      Priority__c: ['P2', 'P2'],
      Backlog_Position__c: '3 of 14',
      Strategy__c: ['Jointly_Managed', 'Jointly Managed'],
      'Opportunity__r.Name': 'Orchid – New Business',
      Target_Completion__c: '2022-12-04',
      Instance_Url__c: 'https://sourcegraph.example',
    });

    expect(find(element, '[data-status]').textContent).toBe('In Deployment');
    expect(find(element, 'c-health-badge').value).toBe('Amber');
    expect(find(element, '[data-position]').textContent).toBe('Rank 3 of 14');
    expect(find(element, '[data-fact="Opportunity__c"] dd').textContent).toBe('Orchid – New Business');
    expect(find(element, '[data-fact="Target_Completion__c"] c-date-text').value).toBe('2022-12-04');
    expect(find(element, '[data-fact="Instance_Url__c"] lightning-formatted-url').value).toBe(
      'https://sourcegraph.example',
    );
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ Update_Overdue__c: true, Days_Since_Update__c: 9 }, '9 days old'],
    [{ Update_Overdue__c: true }, 'none yet'],
    [{}, undefined],
  ])('says that a status update is due: %p', async (values, words) => {
    expect(find(await show(values), '[data-overdue]')?.textContent).toBe(words);
  });

  test('shows the latest status update and the documents of a deployment', async () => {
    const element = await show();
    getRelatedListRecords.emit(
      {
        records: [
          record('Status_Update__c', { Update_On__c: '2022-11-14', Summary__c: 'All well', Risks__c: 'Holidays' }),
        ],
      },
      of('Status_Updates__r'),
    );
    getRelatedListRecords.emit(
      { records: [record('Request_Link__c', { Id: 'link', Url__c: 'https://docs.example/a' })] },
      of('Request_Links__r'),
    );
    await settle();

    expect(find(element, '[data-latest]').textContent).toContain('All well');
    expect(find(element, '[data-latest]').textContent).toContain('Holidays');
    expect(find(element, 'c-request-link').link.id).toBe('link');
    await expect(element).toBeAccessible();
  });

  test('says that there is no update and no document', async () => {
    const element = await show();
    for (const list of ['Status_Updates__r', 'Request_Links__r']) getRelatedListRecords.emit({ records: [] }, of(list));
    await settle();

    expect(find(element, '[data-latest]').textContent).toContain('c.Groundwork_No_Update');
    expect(find(element, '[data-documents]').textContent).toContain('c.Groundwork_No_Document');
  });

  test('says why updates or documents cannot be read', async () => {
    const element = await show();
    getRelatedListRecords.error({ message: 'Try again' }, 500);
    await settle();

    expect(element.shadowRoot.querySelectorAll('c-error-panel')).toHaveLength(2);
  });

  test('offers to report limits of what is planned, and tells that it was done', async () => {
    const element = await show({ Status__c: ['Planned_Post_Live', 'Planned (Post-live)'] });
    const activated = jest.fn();
    element.addEventListener('activated', activated);
    expect(find(element, '[data-latest]')).toBeNull();
    find(element, 'c-limits-reached').dispatchEvent(
      new CustomEvent('saved', { detail: { id: 'a00', action: 'submit' } }),
    );

    expect(activated.mock.lastCall[0].detail.id).toBe('a00');
  });

  test.each([
    ['here', {}, true],
    ['in a new tab', { ctrlKey: true }, false],
  ])('leads to its page %s', async (where, keys, isKept) => {
    const element = await show();
    const click = new MouseEvent('click', { cancelable: true, ...keys });
    find(element, 'a').dispatchEvent(click);

    expect(click.defaultPrevented).toBe(isKept);
  });
});
