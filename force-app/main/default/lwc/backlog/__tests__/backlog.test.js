import { createElement } from 'lwc';
import { getListRecordsByName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { refreshApex } from '@salesforce/apex';
import { PERMISSIONS } from 'c/permissions';
import Backlog from 'c/backlog';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

// The stub that comes with sfdx-lwc-jest does not have this adapter.
jest.mock('lightning/uiListsApi', () => {
  const { createLdsTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { getListRecordsByName: createLdsTestWireAdapter() };
});
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('c/permissions', () => ({ PERMISSIONS: { overrideRank: true } }));
jest.mock('@salesforce/label/c.Groundwork_Rank_Moved', () => ({ default: '{0}: {1} > {2} of {3}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank_Not_Moved', () => ({ default: '{0} back at {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Backlog_Shown', () => ({ default: '{0}/{1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Cut_Line_Here', () => ({ default: '{0} ends at {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Cut_Line_Month', () => ({ default: '{0} {1} {2} {3}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank_Conflict_By', () => ({ default: '{0} by {1}: is {2}, wanted {3}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Groundwork_Rank_Conflict', () => ({ default: '{0}: is {1}, wanted {2}' }), {
  virtual: true,
});

const INFO = { apiName: 'Implementation_Request__c', fields: { Backlog_Rank__c: { label: 'Rank', updateable: true } } };
const CONFLICT = { status: 412, body: { message: 'Somebody saved it' } };

function value(plain, displayValue = null) {
  return { displayValue, value: plain };
}

function looked(name, more = {}) {
  return value({ fields: { Name: value(name), ...more } }, name);
}

/** A request of the backlog; the letter is its customer. */
function request(letter, rank, { cutLine = 'Above', month = '2026-12', effort = 5, more = {} } = {}) {
  return {
    id: `a0000000000000${letter}AAA`,
    apiName: 'Implementation_Request__c',
    lastModifiedDate: `2026-11-0${rank ?? 9}T10:00:00.000Z`,
    fields: {
      Name: value(`IR-${letter}`),
      Account__r: looked(letter),
      Status__c: value('Qualified', 'Qualified'),
      Request_Type__c: value('Production_Deployment', 'Production Deployment'),
      Priority__c: value('P2', 'P2'),
      Backlog_Rank__c: value(rank),
      Effort_Points__c: value(effort),
      Cut_Line__c: value(cutLine),
      Capacity_Month__r: looked(month, { Free_Points__c: value(9) }),
      LastModifiedBy: looked('Igor'),
      ...more,
    },
  };
}

function abcd() {
  return [
    request('B', 2, { cutLine: 'Below' }),
    request('A', 1),
    request('C', 3, { month: '2027-01', more: { Priority__c: value('P1', 'P1') } }),
    request('D', 4, { cutLine: 'Below', effort: 3 }),
  ];
}

async function show(records = abcd(), { info = INFO, ...page } = {}) {
  const element = createElement('c-backlog', { is: Backlog });
  document.body.appendChild(element);
  getObjectInfo.emit(info);
  if (records) {
    getListRecordsByName.emit({ records, ...page });
  }
  await settle();
  return element;
}

/** The customers in the order of the list, after which the ranks are checked to be 1 to n. */
function order(element) {
  const entries = [...element.shadowRoot.querySelectorAll('c-backlog-row')].map(({ entry }) => entry);
  expect(entries.map(({ rank }) => rank)).toEqual(entries.map((_, index) => index + 1));
  return entries.map(({ customer }) => customer).join('');
}

function row(element, letter) {
  return find(element, `c-backlog-row[data-id="a0000000000000${letter}AAA"]`);
}

async function ask(element, letter, detail) {
  row(element, letter).dispatchEvent(
    new CustomEvent('move', { detail: { id: `a0000000000000${letter}AAA`, action: 'to', ...detail } }),
  );
  await settle();
}

function filter(element, wanted) {
  const detail = { text: '', priority: '', type: '', engineer: '', ...wanted };
  find(element, 'c-backlog-filters').dispatchEvent(new CustomEvent('filter', { detail }));
  return settle();
}

/** A save that waits to be answered. */
function pendingSave() {
  let answer;
  updateRecord.mockImplementationOnce(
    () =>
      new Promise((resolve, reject) => {
        answer = { resolve, reject };
      }),
  );
  return {
    resolve: () => answer.resolve({}),
    reject: (error) => answer.reject(error),
  };
}

describe('c-backlog', () => {
  beforeEach(() => {
    PERMISSIONS.overrideRank = true;
    updateRecord.mockReset();
    updateRecord.mockResolvedValue({});
    refreshApex.mockReset();
    refreshApex.mockResolvedValue();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says that it is loading', async () => {
    const element = await show(null);

    expect(find(element, 'p[role="status"]').textContent).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();
  });

  test('is not there for those who may not read requests', async () => {
    const element = createElement('c-backlog', { is: Backlog });
    document.body.appendChild(element);
    getObjectInfo.error({ message: 'No access' }, 403);
    await settle();

    expect(element.shadowRoot.childElementCount).toBe(0);
  });

  test('says why the backlog could not be read', async () => {
    const element = await show(null);
    getListRecordsByName.error({ message: 'Down' }, 500);
    await settle();

    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Backlog_Not_Loaded');
    await expect(element).toBeAccessible();
  });

  test('says that nothing waits', async () => {
    const element = await show([]);

    expect(element.shadowRoot.textContent).toContain('c.Groundwork_Backlog_Empty');
    await expect(element).toBeAccessible();
  });

  test('goes by rank, and tells when there is more than it shows', async () => {
    const element = await show(abcd(), { nextPageToken: '2000' });

    expect(order(element)).toBe('ABCD');
    expect(find(element, '[data-truncated]')).not.toBeNull();
    expect(find(element, '[data-read-only]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('shows a screenful of a long backlog at once, and the rest of it right after', async () => {
    jest.useFakeTimers();
    const records = Array.from({ length: 50 }, (_, index) => ({
      ...request('A', index + 1),
      id: `a0000000000${String(index).padStart(4, '0')}AAA`,
    }));
    const element = await show(records);
    const shown = () => element.shadowRoot.querySelectorAll('c-backlog-row').length;
    expect(shown()).toBe(20);

    for (let turn = 0; turn < 4; turn++) {
      jest.runAllTimers();
      // eslint-disable-next-line no-await-in-loop
      await settle();
    }

    expect(shown()).toBe(50);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  test('leaves the rows alone of which nothing has changed', async () => {
    const element = await show();
    const [first, second, third] = ['A', 'B', 'C'].map((letter) => row(element, letter).entry);

    getListRecordsByName.emit({
      records: [...abcd().slice(0, 2), request('C', 3, { effort: 8 }), request('D', 4)],
    });
    await settle();

    expect(row(element, 'A').entry).toBe(first);
    expect(row(element, 'B').entry).toBe(second);
    expect(row(element, 'C').entry).not.toBe(third);
  });

  test('puts what has no rank yet last', async () => {
    const element = await show([request('X', null), request('Y', null), request('A', 1)]);

    const customers = [...element.shadowRoot.querySelectorAll('c-backlog-row')].map(({ entry }) => entry.customer);
    expect(customers.join('')).toBe('AXY');
  });

  test('draws the line of each month before the first request for which it has no room', async () => {
    const element = await show();

    const [line, ...others] = element.shadowRoot.querySelectorAll('[data-line]');
    expect(others).toEqual([]);
    expect(line.textContent).toBe('2026-12 ends at 9');
    expect(line.nextElementSibling.dataset.number).toBe('IR-B');
    expect(find(element, '[data-month="2026-12"] dd').textContent).toBe('9 13 1 2');
    expect(find(element, '[data-month="2027-01"] dd').textContent).toBe('9 5 1 0');
  });

  test('leaves out of the demand what has no month, no estimate or is on hold', async () => {
    const element = await show([
      request('A', 1, { cutLine: 'On hold' }),
      request('B', 2, { more: { Capacity_Month__r: value(null), Cut_Line__c: value('No capacity planned') } }),
    ]);

    expect(find(element, '[data-month]')).toBeNull();
    expect(find(element, '[data-line]')).toBeNull();
  });

  test.each([
    ['no permission', false, INFO],
    ['no access to the field', true, { ...INFO, fields: { Backlog_Rank__c: { updateable: false } } }],
    ['no sight of the field', true, { ...INFO, fields: {} }],
  ])('is to be read only with %s', async (_what, overrideRank, info) => {
    PERMISSIONS.overrideRank = overrideRank;
    const element = await show(abcd(), { info });

    expect(find(element, '[data-read-only]')).not.toBeNull();
    expect(row(element, 'A').canRank).toBe(false);
    expect(find(element, '[data-number="IR-A"]').draggable).toBe(false);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['D', { direction: 'up' }, 3, 'ABDC'],
    ['A', { direction: 'down' }, 2, 'BACD'],
    ['D', { rank: '1' }, 1, 'DABC'],
    ['A', { rank: '99' }, 4, 'BCDA'],
    ['C', { rank: '-3' }, 1, 'CABD'],
  ])('%s by %j is shown at once, and only its rank is saved: %i', async (letter, move, rank, expected) => {
    const save = pendingSave();
    const element = await show();

    await ask(element, letter, move);

    expect(order(element)).toBe(expected);
    expect(updateRecord).toHaveBeenCalledTimes(1);
    const saved = abcd().find(({ id }) => id.includes(`${letter}AAA`));
    expect(updateRecord).toHaveBeenCalledWith(
      { fields: { Id: saved.id, Backlog_Rank__c: rank } },
      { ifUnmodifiedSince: saved.lastModifiedDate },
    );
    expect(find(element, '[data-announcement]').textContent).toMatch(new RegExp(`^IR-${letter}: .* > ${rank} of 4$`));
    save.resolve();
    await settle();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['A', { direction: 'up' }],
    ['D', { direction: 'down' }],
    ['B', { rank: '2' }],
    ['B', { rank: '1.5' }],
    ['B', { rank: '' }],
  ])('%s by %j changes nothing', async (letter, move) => {
    const element = await show();

    await ask(element, letter, move);

    expect(updateRecord).not.toHaveBeenCalled();
    expect(order(element)).toBe('ABCD');
  });

  test('saves moves one after the other, each in the backlog that the one before left', async () => {
    const first = pendingSave();
    const element = await show();
    refreshApex.mockImplementation(async () => {
      getListRecordsByName.emit({
        records: [request('D', 1), request('A', 2), request('B', 3), request('C', 4)],
      });
    });

    await ask(element, 'D', { rank: 1 });
    await ask(element, 'C', { direction: 'up' });
    expect(order(element)).toBe('DACB');
    expect(updateRecord).toHaveBeenCalledTimes(1);
    first.resolve();
    await settle();

    expect(updateRecord).toHaveBeenCalledTimes(2);
    expect(updateRecord.mock.calls[1]).toEqual([
      { fields: { Id: request('C').id, Backlog_Rank__c: 3 } },
      { ifUnmodifiedSince: request('C', 4).lastModifiedDate },
    ]);
  });

  test('puts a refused move back, with those that waited, and says why', async () => {
    const save = pendingSave();
    const element = await show();
    await ask(element, 'D', { rank: 1 });
    await ask(element, 'C', { direction: 'up' });

    save.reject({ status: 400, body: { message: 'Only the lead ranks' } });
    await settle();

    expect(order(element)).toBe('ABCD');
    expect(updateRecord).toHaveBeenCalledTimes(1);
    const panel = find(element, 'c-error-panel');
    expect(panel.heading).toBe('IR-D back at 4');
    expect(panel.errors.body.message).toBe('Only the lead ranks');
    expect(find(element, '[data-announcement]').textContent).toBe('');
    await expect(element).toBeAccessible();
  });

  test('forgets the refusal with the next move', async () => {
    const element = await show();
    updateRecord.mockRejectedValueOnce({ status: 400, body: { message: 'No' } });
    await ask(element, 'D', { rank: 1 });

    await ask(element, 'D', { rank: 2 });

    expect(find(element, 'c-error-panel')).toBeNull();
  });

  test.each([
    ['who it was', {}, 'IR-D by Igor: is 4, wanted 1'],
    ['no name', { LastModifiedBy: value(null) }, 'IR-D: is 4, wanted 1'],
  ])('shows both ranks when somebody saved first (%s), and moves anyway', async (_what, more, text) => {
    const element = await show([...abcd().slice(0, 3), request('D', 4, { more })]);
    updateRecord.mockRejectedValueOnce(CONFLICT);
    await ask(element, 'D', { rank: 1 });

    expect(find(element, '[data-conflict] p').textContent).toBe(text);
    await expect(element).toBeAccessible();
    find(element, '[data-action="anyway"]').click();
    await settle();

    expect(find(element, '[data-conflict]')).toBeNull();
    expect(updateRecord).toHaveBeenCalledTimes(2);
    expect(updateRecord.mock.calls[1][0].fields.Backlog_Rank__c).toBe(1);
  });

  test('moves by itself when another field was saved in between', async () => {
    const element = await show();
    updateRecord.mockRejectedValueOnce(CONFLICT);
    const lastModifiedDate = '2026-11-20T10:00:00.000Z';
    refreshApex.mockImplementation(async () =>
      getListRecordsByName.emit({ records: [...abcd().slice(0, 3), { ...request('D', 4), lastModifiedDate }] }),
    );

    await ask(element, 'D', { rank: 1 });

    expect(updateRecord.mock.calls.map(([, options]) => options)).toEqual([
      { ifUnmodifiedSince: request('D', 4).lastModifiedDate },
      { ifUnmodifiedSince: lastModifiedDate },
    ]);
    expect(find(element, '[data-conflict]')).toBeNull();
  });

  test('leaves it where somebody else put it', async () => {
    const element = await show();
    updateRecord.mockRejectedValueOnce(CONFLICT);
    await ask(element, 'D', { rank: 1 });

    find(element, '[data-action="leave"]').click();
    await settle();

    expect(find(element, '[data-conflict]')).toBeNull();
    expect(updateRecord).toHaveBeenCalledTimes(1);
    expect(order(element)).toBe('ABCD');
  });

  test('a conflict about a request that has left the backlog is a refusal', async () => {
    const element = await show();
    updateRecord.mockRejectedValueOnce(CONFLICT);
    refreshApex.mockImplementation(async () => getListRecordsByName.emit({ records: abcd().slice(0, 3) }));

    await ask(element, 'D', { rank: 1 });

    expect(find(element, '[data-conflict]')).toBeNull();
    expect(find(element, 'c-error-panel').errors).toMatchObject(CONFLICT);
    expect(order(element)).toBe('ABC');
  });

  test('narrows the list, and moves among what is shown', async () => {
    const element = await show();

    await filter(element, { priority: 'P2', type: 'Production Deployment' });

    const shown = () => [...element.shadowRoot.querySelectorAll('c-backlog-row')].map(({ entry }) => entry.customer);
    expect(shown()).toEqual(['A', 'B', 'D']);
    expect(find(element, '[data-count]').textContent).toBe('3/4');
    await ask(element, 'D', { direction: 'up' });
    expect(updateRecord.mock.calls[0][0].fields.Backlog_Rank__c).toBe(2);
  });

  test('says that nothing matches', async () => {
    const element = await show();

    await filter(element, { text: 'Nobody' });

    expect(element.shadowRoot.textContent).toContain('c.Groundwork_Backlog_No_Match');
    await expect(element).toBeAccessible();
  });

  test('offers what there is to choose', async () => {
    const element = await show([
      request('A', 1, { more: { Implementation_Engineer__r: looked('Igor') } }),
      request('B', 2, { more: { Priority__c: value('P1', 'P1') } }),
      request('C', 3),
    ]);

    expect(find(element, 'c-backlog-filters').choices).toEqual({
      priorities: ['P1', 'P2'],
      types: ['Production Deployment'],
      engineers: ['Igor'],
    });
    await filter(element, { engineer: 'Igor', text: ' ir-a ' });
    expect(order(element)).toBe('A');
  });

  describe('by dragging', () => {
    function drag(element, letter, type) {
      const event = new CustomEvent(type, { bubbles: true, cancelable: true });
      event.dataTransfer = { setData: jest.fn() };
      find(element, `[data-number="IR-${letter}"]`).dispatchEvent(event);
      return event;
    }

    test('a request takes the place on which it is dropped', async () => {
      const element = await show();

      drag(element, 'D', 'dragstart');
      expect(drag(element, 'B', 'dragover').defaultPrevented).toBe(true);
      await settle();
      expect(find(element, '[data-number="IR-B"]').className).toContain('row_target');
      drag(element, 'B', 'drop');
      await settle();

      expect(updateRecord.mock.calls[0][0].fields).toEqual({ Id: request('D').id, Backlog_Rank__c: 2 });
    });

    test('nothing moves that is let go elsewhere, or comes from elsewhere', async () => {
      const element = await show();

      drag(element, 'D', 'dragstart');
      drag(element, 'D', 'dragend');
      expect(drag(element, 'B', 'dragover').defaultPrevented).toBe(false);
      drag(element, 'B', 'drop');
      await settle();

      expect(updateRecord).not.toHaveBeenCalled();
    });
  });
});
