import { createElement } from 'lwc';
import RequestLink from 'c/requestLink';
import { find } from '../../../../../../test/lwc/page.js';
import { record } from '../../../../../../test/lwc/records.js';

function show(values) {
  const element = createElement('c-request-link', { is: RequestLink });
  element.link = record('Request_Link__c', { Url__c: 'https://docs.example/a', ...values });
  document.body.appendChild(element);
  return element;
}

describe('c-request-link', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says what it is, and for whom', async () => {
    const element = show({
      Title__c: 'Upgrades',
      Type__c: ['Runbook', 'Runbook'],
      Audience__c: ['TA_And_Support', 'TA and Support'],
      Required__c: true,
    });

    expect(find(element, 'lightning-formatted-url')).toMatchObject({
      value: 'https://docs.example/a',
      label: 'Upgrades',
    });
    expect(find(element, '[data-kind]').textContent).toBe('Runbook · TA and Support');
    expect(find(element, '[data-required]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test('goes by its address without a title', () => {
    const element = show({});
    expect(find(element, 'lightning-formatted-url').label).toBe('https://docs.example/a');
    expect(find(element, '[data-mirror]')).toBeNull();
    expect(find(element, '[data-required]')).toBeNull();
  });

  test('warns of a document in an unusual place', async () => {
    const element = show({ Warning__c: 'Not where the company keeps its documents: paste.example' });

    expect(find(element, '[data-warning]').textContent).toBe(
      'Not where the company keeps its documents: paste.example',
    );
    expect(find(show({}), '[data-warning]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ Mirror_State__c: 'Waiting' }, 'c.Groundwork_Waiting_For_Vitally'],
    [{ Mirror_State__c: 'Refused' }, 'c.Groundwork_Vitally_Refused'],
    [{ Mirror_State__c: 'Not_Mirrored', Mirror_To_Vitally__c: true }, 'c.Groundwork_Not_In_Vitally'],
    [{ Mirror_State__c: 'Not_Mirrored', Required__c: true }, 'c.Groundwork_Not_In_Vitally'],
  ])('says how far it is on its way to Vitally: %p', (values, words) => {
    expect(find(show(values), '[data-mirror]').textContent).toBe(words);
  });

  test('opens in Vitally once it is there', async () => {
    const element = show({
      Mirror_State__c: 'Mirrored',
      Mirrored_On__c: '2022-11-10T09:00:00Z',
      Vitally_Url__c: 'https://vitally.example/notes/1',
    });

    expect(find(element, '[data-mirror]').textContent).toBe('c.Groundwork_In_Vitally');
    expect(find(element, '[data-mirror] c-date-text').value).toBe('2022-11-10T09:00:00Z');
    expect(find(element, '[data-vitally] lightning-formatted-url').value).toBe('https://vitally.example/notes/1');
    await expect(element).toBeAccessible();
  });
});
