import { createElement } from 'lwc';
import ImplementationRequestCard from 'c/implementationRequestCard';

jest.mock('@salesforce/label/c.Groundwork_Priority_And_Rank', () => ({ default: '{0}, rank {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank', () => ({ default: 'Rank {0}' }), { virtual: true });

const request = {
  id: 'a00000000000001AAA',
  number: 'IR-00001',
  status: 'In Triage',
  type: 'Production Deployment',
  strategy: 'Jointly Managed',
  priority: 'P2',
  rank: 3,
  nextSteps: 'Confirm the network boundary.',
  fieldLabels: { strategy: 'Strategy', nextSteps: 'Next Steps' },
};

async function show(overrides = {}) {
  const element = createElement('c-implementation-request-card', { is: ImplementationRequestCard });
  element.request = { ...request, ...overrides };
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
    expect(values(element)).toEqual(['Jointly Managed', 'P2, rank 3', 'Confirm the network boundary.']);
  });

  test.each([
    ['only a priority', { priority: 'P1', rank: null }, ['P1']],
    ['only a rank', { priority: null, rank: 7 }, ['Rank 7']],
    ['neither', { priority: null, rank: null }, []],
  ])('shows %s when that is all there is', async (_, known, shown) => {
    const element = await show({ strategy: null, nextSteps: null, ...known });

    expect(values(element)).toEqual(shown);
  });

  test('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
