import { createElement } from 'lwc';
import HandoffItem from 'c/handoffItem';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Person_And_Role', () => ({ default: '{0} ({1})' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Role_Nobody_Yet', () => ({ default: 'Nobody yet ({0})' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Nobody_Yet', () => ({ default: 'Nobody yet' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Covered_In_Design', () => ({ default: 'TDD: {0}' }), { virtual: true });

const NO_RIGHTS = { all: false, waive: false, accept: false, roles: [] };
const info = objectInfo('Handoff_Item__c', { State__c: 'Picklist' });
const DESIGN = {
  Name: 'Technical Design Document complete',
  State__c: ['Not_Started', 'Not started'],
  Owner_Role__c: ['CE', 'CE'],
  'Assigned_To__r.Name': 'Chen Wei',
  Needs_Acceptance__c: true,
  Blocking__c: true,
};

async function show(values, rights = {}, properties = {}) {
  const element = createElement('c-handoff-item', { is: HandoffItem });
  Object.assign(element, {
    item: record('Handoff_Item__c', { ...DESIGN, ...values }),
    objectInfo: info,
    rights: { ...NO_RIGHTS, ...rights },
    ...properties,
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function open(element) {
  find(element, '[data-toggle]').click();
  await settle();
}

/** What can be done, by name: the buttons and the fields of each. */
async function worksOf(...given) {
  const element = await show(...given);
  await open(element);
  const works = [...element.shadowRoot.querySelectorAll('[data-work]')].map((work) => {
    const { actions, questions } = work.querySelector('c-record-editor');
    return [work.dataset.work, { actions: actions.map(({ name }) => name), fields: questions.map(({ name }) => name) }];
  });
  return Object.fromEntries(works);
}

describe('c-handoff-item', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says in a line where it stands, who owes it and by when', async () => {
    const element = await show({ Is_Mine__c: true, Due_On__c: '2022-11-20', Days_To_Due__c: 5 });

    expect(find(element, '[data-toggle]').textContent).toContain(DESIGN.Name);
    expect(find(element, '[data-state]').textContent).toBe('Not started');
    expect(find(element, '[data-owner]').textContent).toBe('Chen Wei (CE)');
    expect(find(element, '[data-mine]')).not.toBeNull();
    expect(find(element, '[data-blocking]')).not.toBeNull();
    expect(find(element, 'c-due-date')).toMatchObject({ date: '2022-11-20', days: 5 });
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ 'Assigned_To__r.Name': null }, 'Nobody yet (CE)'],
    [{ 'Assigned_To__r.Name': null, Owner_Role__c: null }, 'Nobody yet'],
    [{ Owner_Role__c: null }, 'Chen Wei'],
  ])('names its owner as far as there is one: %p', async (values, owner) => {
    expect(find(await show(values), '[data-owner]').textContent).toBe(owner);
  });

  test('shows why it waits, its evidence and what came back', async () => {
    const element = await show({
      State__c: ['Returned', 'Returned'],
      Blocked_Because__c: 'Waiting for the Playbook',
      Evidence_Url__c: 'https://docs.example/design',
      Covered_In_Design__c: true,
      Design_Section__c: '3',
      Return_Comment__c: 'Which storage class?',
    });

    expect(find(element, '[data-blocked]').textContent).toBe('Waiting for the Playbook');
    expect(find(element, '[data-evidence] lightning-formatted-url').value).toBe('https://docs.example/design');
    expect(find(element, '[data-section]').textContent).toBe('TDD: 3');
    expect(find(element, '[data-returned]').textContent).toContain('Which storage class?');
  });

  test('is quiet about what no longer matters once it is settled', async () => {
    const element = await show({
      State__c: ['Waived', 'Waived'],
      Settled__c: true,
      Is_Mine__c: true,
      Blocked_Because__c: 'x',
      'Waived_By__r.Name': 'Ines Moreau',
      Waiver_Reason__c: 'Known customer',
    });

    expect(find(element, '[data-waived]').textContent).toContain('Ines Moreau');
    for (const quiet of ['[data-mine]', '[data-blocking]', '[data-blocked]', 'c-due-date']) {
      expect(find(element, quiet)).toBeNull();
    }
  });

  test('opens to what is known, and closes again', async () => {
    const element = await show({
      State__c: ['Accepted', 'Accepted'],
      Settled__c: true,
      Comment__c: 'See page 3',
      'Done_By__r.Name': 'Chen Wei',
      Done_On__c: '2022-11-15T09:00:00Z',
      'Accepted_By__r.Name': 'Igor Novak',
      Accepted_On__c: '2022-11-16T09:00:00Z',
    });
    await open(element);

    expect(find(element, '[data-toggle]').getAttribute('aria-expanded')).toBe('true');
    expect(find(element, '[data-comment]').textContent).toContain('See page 3');
    expect(find(element, '[data-done]').textContent).toContain('Chen Wei');
    expect(find(element, '[data-accepted]').textContent).toContain('Igor Novak');
    expect(find(element, 'c-handoff-areas')).not.toBeNull();
    expect(find(element, '[data-nothing]')).toBeNull();
    await expect(element).toBeAccessible();
    await open(element);
    expect(find(element, '[data-details]')).toBeNull();
  });

  test('says to others that somebody else owes it', async () => {
    const element = await show({});
    await open(element);

    expect(find(element, '[data-nothing]')).not.toBeNull();
    expect(find(element, 'c-record-editor')).toBeNull();
  });

  test.each([
    ['whoever it is assigned to', { Is_Mine__c: true }, {}],
    ['people of its role', {}, { roles: ['CE'] }],
    ['those who work on all items', {}, { all: true }],
  ])('is worked on by %s', async (who, values, rights) => {
    expect(await worksOf(values, rights)).toEqual({
      work: {
        actions: ['done', 'progress'],
        fields: [
          'Evidence_Url__c',
          'Technical_Complete__c',
          'Infrastructure_Complete__c',
          'Project_Complete__c',
          'Timeline_Complete__c',
          'Comment__c',
        ],
      },
    });
  });

  test('may be covered in the design when it is a requirement', async () => {
    const element = await show({ Requirement__c: true, Needs_Acceptance__c: false, Is_Mine__c: true });
    await open(element);
    const { questions } = find(element, 'c-record-editor');
    const section = questions.find(({ name }) => name === 'Design_Section__c');

    expect(questions.map(({ name }) => name)).toEqual([
      'Evidence_Url__c',
      'Covered_In_Design__c',
      'Design_Section__c',
      'Comment__c',
    ]);
    expect([section.when({ Covered_In_Design__c: true }), section.when({})]).toEqual([true, false]);
  });

  test.each([
    ['Done', ['accept', 'return']],
    ['Returned', ['accept', 'return']],
    ['Accepted', ['return']],
  ])('that is %s is accepted or returned by Implementation Engineering: %p', async (state, actions) => {
    const works = await worksOf({ State__c: [state, state] }, { accept: true });

    expect(works.acceptance.actions).toEqual(actions);
    expect(works.acceptance.fields).toContain('Infrastructure_Accepted__c');
    expect(works.acceptance.fields).toContain('Return_Comment__c');
  });

  test.each([[{ State__c: ['Not_Started', ''] }], [{ State__c: ['Done', ''], Needs_Acceptance__c: false }]])(
    'is not accepted before there is something to accept: %p',
    async (values) => {
      expect(await worksOf(values, { accept: true })).toEqual({});
    },
  );

  test('is opened again by those who may work on it', async () => {
    expect(await worksOf({ State__c: ['Done', 'Done'], Settled__c: true, Is_Mine__c: true })).toEqual({
      work: { actions: ['reopen'], fields: [] },
    });
  });

  test('is waived by the lead while it is owed', async () => {
    expect(await worksOf({}, { waive: true })).toEqual({
      waiver: { actions: ['waive'], fields: ['Waiver_Reason__c'] },
    });
    expect(await worksOf({ Settled__c: true }, { waive: true })).toEqual({});
  });

  test.each([
    ['is cancelled', { State__c: ['Cancelled', ''], Is_Mine__c: true, Settled__c: true }, {}],
    [
      'may not be changed by the user',
      { Is_Mine__c: true },
      { objectInfo: objectInfo('Handoff_Item__c', { State__c: 'Picklist' }, { fields: false }) },
    ],
  ])('is not worked on when it %s', async (why, values, properties) => {
    expect(await worksOf(values, {}, properties)).toEqual({});
  });

  test.each([
    ['done', null],
    ['progress', 'open'],
  ])('tells that it was saved as %s, and then is %p', async (action, after) => {
    const element = await show({ Is_Mine__c: true });
    const heard = jest.fn();
    element.addEventListener('saved', heard);
    await open(element);
    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('saved', { detail: { id: 'a', action } }));
    await settle();

    expect(heard.mock.lastCall[0].detail).toEqual({ id: 'a', action });
    expect(find(element, '[data-details]') && 'open').toBe(after);
  });
});
