import { createElement } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import DecisionLog from 'c/decisionLog';
import { settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Log_Round', () => ({ default: 'Round {0}: {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Log_Fact', () => ({ default: '{0} {1}' }), { virtual: true });

function round(number, fields) {
  const values = Object.entries({ Round__c: number, ...fields }).map(([name, value]) => [name, { value }]);
  return { id: `a0200000000000${number}AAA`, apiName: 'Triage_Review__c', fields: Object.fromEntries(values) };
}

const DECIDED = {
  Decided_On__c: '2022-11-18T10:00:00.000Z',
  Decision__c: 'Disqualified',
  Decision_Reason__c: 'Cloud viable',
  Decision_Detail__c: 'Cloud serves them well',
  Next_Steps_At_Decision__c: 'Ask the Cloud team',
  Leadership_Comment__c: 'Agreed',
  Score_At_Decision__c: 32,
  Priority_At_Decision__c: 'P4',
};

async function show(records) {
  const element = createElement('c-decision-log', { is: DecisionLog });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  if (records) {
    getRelatedListRecords.emit({ records });
  }
  await settle();
  return element;
}

function rounds(element) {
  return [...element.shadowRoot.querySelectorAll('[data-round]')];
}

describe('c-decision-log', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the decided rounds with what was believed then, and leaves out the open one', async () => {
    const element = await show([round(2, { Decided_On__c: null }), round(1, DECIDED)]);

    expect(getRelatedListRecords.getLastConfig()).toMatchObject({
      relatedListId: 'Triage_Reviews__r',
      sortBy: ['-Triage_Review__c.Round__c'],
    });
    expect(rounds(element)).toHaveLength(1);
    const [shown] = rounds(element);
    expect(shown.textContent).toContain('Round 1: Disqualified');
    for (const words of ['Cloud viable', 'Cloud serves them well', 'Ask the Cloud team', 'Agreed']) {
      expect(shown.textContent).toContain(words);
    }
    expect(shown.querySelector('[data-snapshot]').textContent).toBe(
      'c.Groundwork_Score_Of_Request 32 · c.Groundwork_Priority P4',
    );
    await expect(element).toBeAccessible();
  });

  test('shows what the user may read of a round', async () => {
    const [shown] = rounds(await show([round(1, { Decided_On__c: '2022-11-18T10:00:00.000Z' })]));

    expect(shown.textContent).toContain('Round 1:');
    expect(shown.querySelector('[data-snapshot]')).toBeNull();
  });

  test.each([
    ['before it is loaded', undefined],
    ['without a decision', [round(1, {})]],
  ])('shows nothing %s', async (_, records) => {
    expect((await show(records)).shadowRoot.querySelector('section')).toBeNull();
  });

  test('says when the rounds could not be read', async () => {
    const element = await show();

    getRelatedListRecords.error({ message: 'No answer' });
    await settle();

    expect(element.shadowRoot.querySelector('c-error-panel').heading).toBe('c.Groundwork_Load_Failed');
    await expect(element).toBeAccessible();
  });
});
