import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';
import { DECISION, file, score } from './support/triage.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  await clearBacklog();
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

async function clearBacklog(): Promise<void> {
  const ranked = await org.as('adi').query('SELECT Id FROM Implementation_Request__c WHERE Is_In_Backlog__c = true');
  await updateAll(
    'ines',
    ranked.map(({ Id }) => ({ Id, Status__c: 'Withdrawn', Closing_Reason__c: 'Another test' })),
  );
}

async function updateAll(alias: string, records: readonly Row[]): Promise<void> {
  for (let from = 0; from < records.length; from += 200) {
    const saved = await org.as(alias).updateAll(REQUEST, records.slice(from, from + 200));
    expect(saved.filter(({ success }) => !success)).toEqual([]);
  }
}

/** Requests that were filed one after the other, by a letter for each. */
async function backlog(letters: string, more: (letter: string) => Row = () => ({})): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const letter of letters) ids[letter] = await file(org, customer, { Reason_Other__c: letter, ...more(letter) });
  return ids;
}

/** The letters in the order of their ranks, which are checked to be 1 to n. */
async function order(): Promise<string> {
  const rows = await org
    .as('adi')
    .query(
      'SELECT Reason_Other__c, Backlog_Rank__c, Settled_Rank__c, Rank_Pending__c FROM Implementation_Request__c WHERE Is_In_Backlog__c = true ORDER BY Backlog_Rank__c',
    );
  expect(rows.map(({ Backlog_Rank__c: rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.map(({ Settled_Rank__c: rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.filter(({ Rank_Pending__c: pending }) => pending === true)).toEqual([]);
  return rows.map(({ Reason_Other__c: letter }) => String(letter)).join('');
}

async function rank(id: string | undefined, place: number, alias = 'ines'): Promise<void> {
  await org.as(alias).update(REQUEST, String(id), { Backlog_Rank__c: place });
}

describe('one request that is ranked', () => {
  test.each([
    ['E', 2, 'AEBCD'],
    ['A', 4, 'BCDAE'],
    ['C', 1, 'CABDE'],
    ['B', 5, 'ACDEB'],
    ['B', 99, 'ACDEB'],
    ['C', 3, 'ABCDE'],
  ])('%s to %p makes ABCDE %s', async (letter, place, expected) => {
    const ids = await backlog('ABCDE');

    await rank(ids[letter], place);

    expect(await order()).toBe(expected);
  });

  test('shows where it is, and what was ranked', async () => {
    const ids = await backlog('ABC');
    await score(org, 'igor', String(ids['C']), { Size_Override__c: 5, Size_Override_Reason__c: 'Large' });

    await rank(ids['C'], 1);
    await score(org, 'igor', String(ids['C']), { Size_Override__c: 4, Size_Override_Reason__c: 'Less so' });

    const fields = ['Backlog_Position__c', 'Ranked_Score__c', 'Score__c', 'Score_Changed_Since_Ranked__c'];
    expect(await org.as('ana').read(REQUEST, String(ids['C']), ['Backlog_Position__c'])).toEqual({
      Backlog_Position__c: '1 of 3',
    });
    expect(await org.as('ines').read(REQUEST, String(ids['C']), fields)).toEqual({
      Backlog_Position__c: '1 of 3',
      Ranked_Score__c: 20,
      Score__c: 16,
      Score_Changed_Since_Ranked__c: true,
    });
    expect(await org.as('ines').read(REQUEST, String(ids['A']), fields.slice(1))).toEqual({
      Ranked_Score__c: null,
      Score__c: 0,
      Score_Changed_Since_Ranked__c: false,
    });
  });

  test('is ranked by the lead and the sheet only', async () => {
    const ids = await backlog('AB');

    const [refusal] = await org.as('igor').refusalToUpdate(REQUEST, String(ids['B']), { Backlog_Rank__c: 1 });
    await rank(ids['B'], 1, 'sync');

    expect(refusal?.errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(await order()).toBe('BA');
  });
});

describe('ranks of one call', () => {
  test.each<[string, Record<string, number>, string]>([
    ['two change places', { A: 2, B: 1 }, 'BACDE'],
    ['three take turns', { A: 2, B: 3, C: 1 }, 'CABDE'],
    ['all are turned round', { A: 5, B: 4, C: 3, D: 2, E: 1 }, 'EDCBA'],
    ['two move past each other', { E: 2, B: 5 }, 'AECDB'],
    ['two are put first', { D: 1, E: 2 }, 'DEABC'],
    ['all are sent down past the end', { A: 9, B: 8 }, 'CDEBA'],
  ])('come out as sent when %s', async (_what, places, expected) => {
    const ids = await backlog('ABCDE');

    await updateAll(
      'sync',
      Object.entries(places).map(([letter, place]) => ({ Id: ids[letter], Backlog_Rank__c: place })),
    );

    expect(await order()).toBe(expected);
  });

  test('that are the same go by go-live, then ARR, then submission', async () => {
    const arr: Record<string, number> = { B: 100, C: 200 };
    const live: Record<string, string> = { D: '2023-05-01', E: '2023-04-01' };
    const deals = Object.fromEntries(
      await Promise.all(
        Object.entries(arr).map(async ([letter, value]) => {
          const deal = await org.as('adi').create('Opportunity', {
            Name: letter,
            AccountId: customer.account,
            StageName: 'Qualification',
            CloseDate: '2024-05-31',
            Annual_Recurring_Revenue__c: value,
            OwnerId: org.userId('ana'),
            Customer_Engineer__c: org.userId('chen'),
          });
          return [letter, deal] as const;
        }),
      ),
    );
    const ids = await backlog('ABCDEF', (letter) => ({
      ...(letter in deals && { Opportunity__c: deals[letter] }),
      ...(letter in live && { Required_Go_Live__c: live[letter] }),
    }));
    await rank(ids['F'], 1);

    await updateAll(
      'sync',
      ['A', 'B', 'C', 'D', 'E'].map((letter) => ({ Id: ids[letter], Backlog_Rank__c: 1 })),
    );

    expect(await order()).toBe('EDCBAF');
  });
});

describe('a ranked request that is deleted', () => {
  test.each([
    ['A', 'BCDE'],
    ['C', 'ABDE'],
    ['E', 'ABCD'],
    ['AB', 'CDE'],
    ['BCD', 'AE'],
    ['DE', 'ABC'],
    ['ACE', 'BD'],
  ])('leaves no gap: %s', async (letters, expected) => {
    const ids = await backlog('ABCDE');

    await org.as('adi').deleteAll(Array.from(letters, (letter) => String(ids[letter])));
    org.advance({ minutes: 1 });

    expect(await order()).toBe(expected);
    const last = String(ids[String(expected.at(-1))]);
    expect(await org.as('adi').read(REQUEST, last, ['Backlog_Position__c'])).toEqual({
      Backlog_Position__c: `${expected.length} of ${expected.length}`,
    });
  });

  test('comes back to the place it had, overnight at the latest', async () => {
    const ids = await backlog('ABC');
    await org.as('adi').delete(REQUEST, String(ids['B']));
    org.advance({ minutes: 1 });
    expect(await order()).toBe('AC');

    await org.as('adi').undelete(String(ids['B']));
    org.advance({ days: 1 });

    expect(await order()).toMatch(/^A(BC|CB)$/);
  });
});

describe('the backlog', () => {
  test('puts a new request behind those with its score, and those that a person ranked', async () => {
    const ids = await backlog('ABC', (letter) => ({ Repositories__c: letter === 'B' ? 250_001 : 100_001 }));
    expect(await order()).toBe('BAC');
    await rank(ids['C'], 1);

    await backlog('DE', (letter) => ({ Repositories__c: letter === 'D' ? 250_001 : 50_001 }));

    expect(await order()).toBe('CBDAE');
  });

  test.each(['Disqualified', 'Withdrawn'])('closes the gap when a request becomes %s', async (status) => {
    const ids = await backlog('ABC');
    await org.as('igor').update(REQUEST, String(ids['A']), { Status__c: 'In_Triage' });

    await org.as('ines').update(REQUEST, String(ids['A']), {
      ...DECISION,
      Status__c: status,
      Alternative_Path__c: 'Cloud',
      Closing_Reason__c: 'On their own',
    });

    expect(await order()).toBe('BC');
    expect(await org.as('adi').read(REQUEST, String(ids['A']), ['Backlog_Rank__c', 'Backlog_Position__c'])).toEqual({
      Backlog_Rank__c: null,
      Backlog_Position__c: null,
    });
    expect(await org.as('adi').read(REQUEST, String(ids['C']), ['Backlog_Position__c'])).toEqual({
      Backlog_Position__c: '2 of 2',
    });
  });

  test('lets the requester withdraw, though only the lead ranks', async () => {
    const ids = await backlog('ABC');

    await org.as('chen').update(REQUEST, String(ids['A']), { Status__c: 'Withdrawn', Closing_Reason__c: 'Too early' });

    expect(await order()).toBe('BC');
  });

  test('keeps the rank of what is on hold', async () => {
    const ids = await backlog('ABC');

    await org.as('ines').update(REQUEST, String(ids['A']), { On_Hold__c: true, On_Hold_Reason__c: 'Budget' });

    expect(await order()).toBe('ABC');
  });

  test('ranks what comes back', async () => {
    const ids = await backlog('ABC');
    await org.as('chen').update(REQUEST, String(ids['A']), { Status__c: 'Withdrawn', Closing_Reason__c: 'Too early' });

    await org.as('chen').update(REQUEST, String(ids['A']), { Status__c: 'Submitted' });

    expect(await order()).toBe('BCA');
  });

  test('is numbered for two hundred that leave together', async () => {
    await backlog('A');
    const filed = await org.as('chen').createAll(
      REQUEST,
      Array.from({ length: 200 }, () => ask(customer)),
    );
    await backlog('B');

    await updateAll(
      'ines',
      filed.map(({ id }) => ({ Id: id, Status__c: 'Withdrawn', Closing_Reason__c: 'Cleaned up' })),
    );

    expect(await order()).toBe('AB');
  }, 120_000);

  test('has no place for a request that was taken over as selected', async () => {
    const id = await importRequest(org, customer, 'Selected', { Backlog_Rank__c: 3 });

    expect(await org.as('adi').read(REQUEST, id, ['Backlog_Rank__c'])).toEqual({ Backlog_Rank__c: null });
  });
});
