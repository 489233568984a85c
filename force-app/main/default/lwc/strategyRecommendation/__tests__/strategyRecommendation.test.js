import { createElement } from 'lwc';
import StrategyRecommendation from 'c/strategyRecommendation';

jest.mock('@salesforce/label/c.Groundwork_Recommended', () => ({ default: 'Recommended: {0}' }), { virtual: true });

const labels = {
  Recommendation_Reason__c: 'Why',
  Recommended_Owners__c: 'Owners',
  Recommended_Duration__c: 'Expected Duration',
  What_Would_Change__c: 'What Would Change It',
  Missing_Facts__c: 'Open Questions',
  Chosen_Strategy__c: 'Chosen Strategy',
  Override_Reason__c: 'Override Reason',
};
const objectInfo = {
  fields: Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }])),
};

async function show(values) {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }]),
  );
  const element = createElement('c-strategy-recommendation', { is: StrategyRecommendation });
  Object.assign(element, { assessment: { id: 'a01000000000001AAA', fields }, objectInfo });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function text(element, selector) {
  return [...element.shadowRoot.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

const oneClick = {
  Recommended_Strategy__c: 'One-Click',
  Recommended_Action__c: 'Create_Environment',
  Recommendation_Reason__c: 'One-Click fits all users.',
  Recommended_Owners__c: 'CE',
  Recommended_Duration__c: '5 working days',
  What_Would_Change__c: 'More than 20000 users.',
  Missing_Facts__c: null,
};

describe('c-strategy-recommendation', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says what is recommended, why, who owns it, how long it takes and what would change it', async () => {
    const element = await show(oneClick);

    expect(text(element, '[data-strategy]')).toEqual(['Recommended: One-Click']);
    expect(text(element, 'dt')).toEqual(['Why', 'Owners', 'Expected Duration', 'What Would Change It']);
    expect(text(element, 'dd')).toEqual([
      'One-Click fits all users.',
      'CE',
      '5 working days',
      'More than 20000 users.',
    ]);
    expect(text(element, '[data-guidance]')).toEqual(['c.Groundwork_One_Click_Guidance']);
    await expect(element).toBeAccessible();
  });

  test('lists the open questions when nothing can be recommended', async () => {
    const element = await show({
      Recommended_Action__c: 'Answer_Cloud_Questions',
      Missing_Facts__c: 'Does the customer qualify for Cloud?',
    });

    expect(text(element, '[data-strategy]')).toEqual(['c.Groundwork_No_Recommendation']);
    expect(text(element, '[data-fact="Missing_Facts__c"]')).toEqual(['Does the customer qualify for Cloud?']);
    expect(text(element, '[data-guidance]')).toEqual(['c.Groundwork_Facts_Guidance']);
  });

  test('shows the strategy that was chosen instead, and why', async () => {
    const element = await show({
      ...oneClick,
      Overridden__c: true,
      Chosen_Strategy__c: 'Jointly_Managed',
      Override_Reason__c: 'The customer insists.',
    });

    expect(text(element, 'dd').slice(0, 2)).toEqual(['Jointly_Managed', 'The customer insists.']);
    expect(text(element, '[data-guidance]')).toEqual(['c.Groundwork_Jointly_Managed_Guidance']);
  });
});
