import { createElement } from 'lwc';
import ImplementationRequestCard from 'c/implementationRequestCard';
import { getNavigateCalledWith } from 'lightning/navigation';

jest.mock('@salesforce/label/c.Groundwork_Priority_And_Rank', () => ({ default: '{0}, rank {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank', () => ({ default: 'Rank {0}' }), { virtual: true });

const request = {
  id: 'a00000000000001AAA',
  number: 'IR-00001',
  status: 'In Triage',
  type: 'Production Deployment',
  priority: 'P2',
  rank: '3 of 14',
  facts: [{ name: 'Strategy__c', label: 'Strategy', value: 'Jointly Managed' }],
  steps: [{ name: 'Next_Steps__c', label: 'Next Steps', value: 'Confirm the network boundary.' }],
  history: [],
  deadline: null,
  question: null,
};

async function show(overrides = {}) {
  const element = createElement('c-implementation-request-card', { is: ImplementationRequestCard });
  element.request = { ...request, ...overrides };
  element.objectInfo = { fields: {} };
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function values(element) {
  return [...element.shadowRoot.querySelectorAll('dd')].map((value) => value.textContent);
}

describe('c-implementation-request-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows number, status, type, strategy, priority with rank, and next steps', async () => {
    const element = await show();

    expect(element.shadowRoot.querySelector('a').textContent).toBe('IR-00001');
    expect(element.shadowRoot.querySelector('a').getAttribute('href')).toBe('https://www.example.com');
    expect(element.shadowRoot.querySelector('lightning-badge').label).toBe('In Triage');
    expect(element.shadowRoot.querySelector('p').textContent).toBe('Production Deployment');
    expect(values(element)).toEqual(['Jointly Managed', 'P2, rank 3 of 14', 'Confirm the network boundary.']);
  });

  test.each([
    ['only a priority', { priority: 'P1', rank: null }, ['P1']],
    ['only a rank', { priority: null, rank: '7' }, ['Rank 7']],
    ['neither', { priority: null, rank: null }, []],
  ])('shows %s when that is all there is', async (_, known, shown) => {
    const element = await show({ facts: [], steps: [], ...known });

    expect(values(element)).toEqual(shown);
  });

  test('tells what happened when', async () => {
    const history = [{ name: 'Submitted_On__c', label: 'Submitted On', value: '11/2/2026, 9:00 AM' }];
    const element = await show({ history });

    expect(element.shadowRoot.querySelector('[data-event]').textContent).toBe('Submitted On11/2/2026, 9:00 AM');
    await expect(element).toBeAccessible();
  });

  test('says by when Implementation Engineering answers', async () => {
    const element = await show({ deadline: { label: 'Decide By', time: '2026-11-30T09:00:00.000Z' } });

    expect(element.shadowRoot.querySelector('[data-deadline]').value).toBe('2026-11-30T09:00:00.000Z');
  });

  test('shows the question of Implementation Engineering where it can be answered', async () => {
    expect((await show()).shadowRoot.querySelector('c-request-answer')).toBeNull();

    const record = { id: request.id, fields: { Question__c: { value: 'How many users?' } } };
    const asked = await show({ question: 'How many users?', record });
    expect(asked.shadowRoot.querySelector('c-request-answer').request).toEqual(record);
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a click with %s to the browser', async (key) => {
    const element = await show();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
    // The browser would follow the link now, which jsdom cannot.
    element.addEventListener('click', (event) => event.preventDefault());

    element.shadowRoot.querySelector('a').dispatchEvent(click);

    expect(getNavigateCalledWith()).toBeUndefined();
  });

  test('goes to the request without loading the page again', async () => {
    const element = await show();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });

    element.shadowRoot.querySelector('a').dispatchEvent(click);

    expect(click.defaultPrevented).toBe(true);
    expect(getNavigateCalledWith().pageReference).toEqual({
      type: 'standard__recordPage',
      attributes: { recordId: 'a00000000000001AAA', actionName: 'view' },
    });
  });

  test('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
