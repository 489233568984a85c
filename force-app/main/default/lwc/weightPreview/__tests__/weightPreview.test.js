import { createElement } from 'lwc';
import { getListRecordsByName } from 'lightning/uiListsApi';
import WeightPreview from 'c/weightPreview';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

// The stub that comes with sfdx-lwc-jest does not have this adapter.
jest.mock('lightning/uiListsApi', () => {
  const { createLdsTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { getListRecordsByName: createLdsTestWireAdapter() };
});

jest.mock('@salesforce/label/c.Groundwork_Preview_Moves', () => ({ default: '{0} of {1} move' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Preview_Nobody_Moves', () => ({ default: 'None of {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Preview_Wrong_Total', () => ({ default: 'Not 100: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Preview_Total', () => ({ default: 'Total {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_From_To', () => ({ default: '{0} > {1}' }), { virtual: true });

const KEYS = ['Revenue', 'Size', 'Value', 'Intangibles', 'Bandwidth'];
const WEIGHTS = [30, 20, 25, 15, 10];
const considerations = KEYS.map((key, index) => ({ key, title: key, weight: WEIGHTS[index] }));

/** A request of the backlog with these factors, and the score that the org gives it. */
function request(number, factors, score, tieBreak = number) {
  const fields = Object.fromEntries(KEYS.map((key, index) => [`${key}_Score__c`, { value: factors[index] }]));
  const review = {
    id: `a020000000000${number}`,
    apiName: 'Triage_Review__c',
    fields: { ...fields, Score__c: { value: score } },
  };
  return {
    id: `a000000000000${number}`,
    apiName: 'Implementation_Request__c',
    fields: {
      Name: { value: `IR-${number}` },
      Account__r: { value: {}, displayValue: 'Acme' },
      Rank_Tie_Break__c: { value: tieBreak },
      Current_Review__r: { value: review },
    },
  };
}

const BACKLOG = [
  request('00001', [5, 1, 3, 1, 5], 62),
  request('00002', [1, 5, 3, 5, 1], 58),
  request('00003', [0, 0, null, 0, null], 0, 'b'),
  request('00004', [0, 0, null, 0, null], 0, 'a'),
  {
    ...request('00005', [5, 5, 5, 5, 5], 100),
    fields: { Name: { value: 'IR-00005' }, Current_Review__r: { value: null } },
  },
];

async function show(records = BACKLOG) {
  const element = createElement('c-weight-preview', { is: WeightPreview });
  element.considerations = considerations;
  document.body.appendChild(element);
  if (records) {
    getListRecordsByName.emit({ records });
  }
  await settle();
  return element;
}

async function weigh(element, weights) {
  for (const [key, value] of Object.entries(weights)) {
    const detail = { value: String(value) };
    find(element, `[data-key="${key}"]`).dispatchEvent(new CustomEvent('change', { detail }));
  }
  await settle();
}

async function preview(element) {
  find(element, '[data-action="preview"]').click();
  await settle();
}

describe('c-weight-preview', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('asks for the backlog, and shows that it loads', async () => {
    const element = await show(null);

    expect(getListRecordsByName.getLastConfig()).toMatchObject({
      objectApiName: 'Implementation_Request__c',
      listViewApiName: 'Backlog',
      pageSize: 2000,
    });
    expect(find(element, '[role="status"]').textContent).toBe('c.Groundwork_Loading');
  });

  test('with the weights that count nobody moves, those without a review left aside', async () => {
    const element = await show();

    await preview(element);

    expect(find(element, '[data-outcome]').textContent).toBe('None of 4');
    await expect(element).toBeAccessible();
  });

  test('says which requests would change places, and their scores', async () => {
    const element = await show();
    await weigh(element, { Revenue: 10, Intangibles: 35 });

    await preview(element);

    expect(find(element, '[data-outcome]').textContent).toBe('2 of 4 move');
    const rows = [...element.shadowRoot.querySelectorAll('[data-change]')].map(
      (row) => row.innerText ?? row.textContent,
    );
    expect(rows).toEqual(['IR-00002 Acme2 > 158 > 74', 'IR-00001 Acme1 > 262 > 46']);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['do not total 100', { Revenue: 40 }, 'Not 100: 110'],
    ['are below 0', { Revenue: -10, Size: 60 }, 'Not 100: 100'],
  ])('weights that %s preview nothing', async (_, weights, told) => {
    const element = await show();
    await weigh(element, weights);

    await preview(element);

    expect(find(element, '[data-total]').textContent).toBe(told);
    expect(find(element, '[data-outcome]')).toBeNull();
  });

  test('forgets the outcome when a weight changes', async () => {
    const element = await show();
    await preview(element);

    await weigh(element, { Revenue: 31 });

    expect(find(element, '[data-outcome]')).toBeNull();
  });

  test('says when the backlog could not be read', async () => {
    const element = await show(null);

    getListRecordsByName.error({ message: 'No answer' });
    await settle();

    expect(find(element, 'c-error-panel').errors.body).toEqual({ message: 'No answer' });
    await expect(element).toBeAccessible();
  });
});
