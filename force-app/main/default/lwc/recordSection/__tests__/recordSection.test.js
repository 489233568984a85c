import { createElement } from 'lwc';
import RecordSection from 'c/recordSection';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Yes', () => ({ default: 'Yes' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_No', () => ({ default: 'No' }), { virtual: true });

const TYPES = {
  On__c: 'Date',
  At__c: 'DateTime',
  Link__c: 'Url',
  Held__c: 'Boolean',
  Words__c: 'String',
  Blank__c: 'String',
  Why__c: 'String',
};
const questions = [
  ...Object.keys(TYPES)
    .filter((name) => name !== 'Why__c')
    .map((name) => ({ name })),
  { name: 'Why__c', when: ({ Held__c: held }) => held === false },
  { name: 'Hidden__c' },
];
const handoff = record('Handoff__c', {
  On__c: '2022-11-20',
  At__c: '2022-11-20T09:00:00Z',
  Link__c: 'https://docs.example/a',
  Held__c: true,
  Words__c: 'Weekly',
  Blank__c: null,
  Why__c: 'x',
});

async function show(properties = {}) {
  const element = createElement('c-record-section', { is: RecordSection });
  Object.assign(element, {
    heading: 'Kickoff',
    record: handoff,
    objectInfo: objectInfo('Handoff__c', TYPES),
    questions,
    ...properties,
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-record-section', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows each field as its kind asks for, and none that is not to be read or does not apply', async () => {
    const element = await show({ notice: 'Combined: yes' });

    expect(find(element, '[data-notice]').textContent).toBe('Combined: yes');
    expect(find(element, '[data-fact="On__c"] c-date-text').withTime).toBe(false);
    expect(find(element, '[data-fact="At__c"] c-date-text').withTime).toBe(true);
    expect(find(element, '[data-fact="Link__c"] lightning-formatted-url').value).toBe('https://docs.example/a');
    const words = ['Held__c', 'Words__c', 'Blank__c'].map(
      (name) => find(element, `[data-fact="${name}"] dd`).textContent,
    );
    expect(words).toEqual(['Yes', 'Weekly', '–']);
    expect(find(element, '[data-fact="Why__c"]')).toBeNull();
    expect(find(element, '[data-fact="Hidden__c"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('says no of a box that is not ticked', async () => {
    const element = await show({ record: record('Handoff__c', { Held__c: false, Why__c: 'Not yet' }) });
    expect(find(element, '[data-fact="Held__c"] dd').textContent).toBe('No');
    expect(find(element, '[data-fact="Why__c"] dd').textContent).toBe('Not yet');
  });

  test('offers no change to those who may not', async () => {
    const element = await show({ objectInfo: objectInfo('Handoff__c', TYPES, { fields: false }) });
    expect(find(element, '[data-action="edit"]')).toBeNull();
  });

  test.each(['saved', 'cancel'])('is changed in place until %s', async (end) => {
    const element = await show();
    const saved = jest.fn();
    element.addEventListener('saved', saved);
    find(element, '[data-action="edit"]').click();
    await settle();
    expect(find(element, 'c-record-editor').record.id).toBe(handoff.id);

    find(element, 'c-record-editor').dispatchEvent(
      new CustomEvent(end, { detail: { id: handoff.id, action: 'save' } }),
    );
    await settle();
    expect(find(element, 'c-record-editor')).toBeNull();
    expect(find(element, '[data-action="edit"]')).not.toBeNull();
    expect(saved).toHaveBeenCalledTimes(end === 'saved' ? 1 : 0);
  });
});
