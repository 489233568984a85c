import { createElement } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import CustomerRequests from 'c/customerRequests';

const HERE = '006000000000001AAA';

function value(plain, displayValue = null) {
  return { displayValue, value: plain };
}

function request(number, type, deal) {
  return {
    id: `a0000000000000${number}AAA`,
    apiName: 'Implementation_Request__c',
    fields: {
      Name: value(`IR-${number}`),
      Request_Type__c: value(type, type),
      Status__c: value('Submitted', 'Submitted'),
      Opportunity__c: value(deal),
      Opportunity__r: value(deal && { id: deal, fields: { Name: value('Renewal') } }, deal && 'Renewal'),
    },
  };
}

async function show(records) {
  const element = createElement('c-customer-requests', { is: CustomerRequests });
  Object.assign(element, { accountId: '001000000000001AAA', opportunityId: HERE });
  document.body.appendChild(element);
  if (records) {
    getRelatedListRecords.emit({ records });
  }
  await Promise.resolve();
  return element;
}

describe('c-customer-requests', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('lists what stands on other deals and on none', async () => {
    const element = await show([
      request('1', 'Deployment', HERE),
      request('2', 'Post-Live', null),
      request('3', 'Migration', '006000000000002AAA'),
    ]);

    const lines = [...element.shadowRoot.querySelectorAll('li')].map((line) => line.textContent);
    expect(lines).toEqual(['IR-2Post-Live · Submitted', 'IR-3Migration · Submitted · Renewal']);
    expect(element.shadowRoot.querySelector('a').getAttribute('href')).toContain('a00000000000002AAA');
    await expect(element).toBeAccessible();
  });

  test.each([[undefined], [[request('1', 'Deployment', HERE)]]])('is empty without any: %j', async (records) => {
    const element = await show(records);

    expect(element.shadowRoot.childElementCount).toBe(0);
  });

  test('says why they could not be read', async () => {
    const element = await show();
    getRelatedListRecords.error({ message: 'Down' }, 500);
    await Promise.resolve();

    expect(element.shadowRoot.querySelector('c-error-panel').heading).toBe('c.Groundwork_Account_Not_Loaded');
    await expect(element).toBeAccessible();
  });
});
