import { createElement } from 'lwc';
import { getNavigateCalledWith } from 'lightning/navigation';
import BacklogRow from 'c/backlogRow';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const FIELDS = [
  'Score__c',
  'Effort_Points__c',
  'Cut_Line__c',
  'Strategy__c',
  'Required_Go_Live__c',
  'Age_Days__c',
  'Account_Executive__c',
  'Customer_Engineer__c',
  'Implementation_Engineer__c',
];
const INFO = { fields: Object.fromEntries(FIELDS.map((name) => [name, { label: `Label of ${name}` }])) };

const ENTRY = {
  id: 'a00000000000001AAA',
  number: 'IR-00001',
  customer: 'Acme',
  status: 'Qualified',
  type: null,
  strategy: 'Jointly Managed',
  priority: 'P2',
  rank: 3,
  score: '44 (3 of 5 known, up to 79)',
  isScoreChanged: false,
  effort: 8,
  age: 12,
  goLive: '2027-03-30',
  accountExecutive: 'Ana',
  customerEngineer: null,
  implementationEngineer: null,
  cutLine: 'Below',
  month: '2026-12',
  freePoints: 5,
  lastModified: '2026-11-01T10:00:00.000Z',
  editor: 'Igor',
};

async function show(properties = {}) {
  const element = createElement('c-backlog-row', { is: BacklogRow });
  Object.assign(element, { entry: ENTRY, objectInfo: INFO, total: 14, canRank: true }, properties);
  document.body.appendChild(element);
  await settle();
  const moves = [];
  element.addEventListener('move', ({ detail }) => moves.push(detail));
  return { element, moves };
}

async function press(element, key) {
  find(element, '.enter').dispatchEvent(new KeyboardEvent('keydown', { key }));
  await settle();
}

async function enter(element, value, isValid = true) {
  find(element, '[data-action="to"]').click();
  await settle();
  const input = find(element, 'lightning-input');
  input.value = value;
  input.reportValidity = () => isValid;
}

describe('c-backlog-row', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('tells of the request what there is', async () => {
    const { element } = await show();

    expect(find(element, '[data-fact="Score__c"] dd').textContent).toBe(ENTRY.score);
    expect(find(element, '[data-fact="Cut_Line__c"] dd').textContent).toBe('Below 2026-12');
    expect(find(element, '[data-fact="Required_Go_Live__c"] c-date-text').value).toBe('2027-03-30');
    expect(find(element, '[data-fact="Customer_Engineer__c"]').className).toContain('blank');
    expect(find(element, '[data-badge="type"]')).toBeNull();
    expect(find(element, '[data-score-changed]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('leaves out what may not be read, and marks a score that changed', async () => {
    const { element } = await show({
      entry: { ...ENTRY, isScoreChanged: true, month: null, rank: null },
      objectInfo: { fields: { Cut_Line__c: { label: 'Cut-Line' } } },
    });

    expect(element.shadowRoot.querySelectorAll('[data-fact]')).toHaveLength(1);
    expect(find(element, '[data-score-changed]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test('has no control for those who do not rank', async () => {
    const { element } = await show({ canRank: false });

    expect(find(element, '[data-action]')).toBeNull();
    expect(find(element, '[data-rank]').textContent).toContain('3');
    element.focus('up');
    await expect(element).toBeAccessible();
  });

  test.each(['up', 'down'])('moves %s', async (direction) => {
    const { element, moves } = await show();

    find(element, `[data-action="${direction}"]`).click();

    expect(moves).toEqual([{ id: ENTRY.id, direction, action: direction }]);
  });

  test('cannot go beyond the ends', async () => {
    const { element } = await show({ isFirst: true, isLast: true });

    expect(find(element, '[data-action="up"]').disabled).toBe(true);
    expect(find(element, '[data-action="down"]').disabled).toBe(true);
  });

  test.each([
    ['a button', (element) => find(element, 'lightning-button').click()],
    ['Enter', (element) => press(element, 'Enter')],
  ])('asks for a rank, which %s sends', async (_what, send) => {
    const { element, moves } = await show();
    await enter(element, '7');
    await expect(element).toBeAccessible();

    await press(element, '7');
    expect(moves).toEqual([]);
    await send(element);
    await settle();

    expect(moves).toEqual([{ id: ENTRY.id, rank: '7', action: 'to' }]);
    expect(find(element, 'lightning-input')).toBeNull();
  });

  test('sends no rank that is none', async () => {
    const { element, moves } = await show();
    await enter(element, '0', false);

    await press(element, 'Enter');

    expect(moves).toEqual([]);
    expect(find(element, 'lightning-input')).not.toBeNull();
  });

  test('Escape leaves the rank, with the focus where it was', async () => {
    const { element, moves } = await show();
    await enter(element, '7');

    await press(element, 'Escape');

    expect(find(element, 'lightning-input')).toBeNull();
    expect(element.shadowRoot.activeElement).toBe(find(element, '[data-action="to"]'));
    expect(moves).toEqual([]);
  });

  test('takes the focus at the control that was used, or at another where that one ends', async () => {
    const { element } = await show({ isFirst: true });

    element.focus('up');

    expect(element.shadowRoot.activeElement).toBe(find(element, '[data-action="to"]'));
  });

  test('opens the request; with a key held it is left to the browser', async () => {
    const { element } = await show();
    const link = find(element, 'a');

    const held = new MouseEvent('click', { cancelable: true, ctrlKey: true });
    link.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(false);
    link.click();

    expect(getNavigateCalledWith().pageReference.attributes.recordId).toBe(ENTRY.id);
  });
});
