import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, REQUEST, type Customer } from './support/requests.ts';
import { DECISION, file, inTriage, review, score } from './support/triage.ts';
import { activateWeights } from './support/weights.ts';

const TOTAL_100 = 'objects/Triage_Weight__mdt/validationRules/Weights_Total_100.validationRule-meta.xml';
/** Size alone counts: 5 of 5 is worth 20 by version 1, and 60 by version 2. */
const LARGE = { Size_Override__c: 5, Size_Override_Reason__c: 'Large' };
const SIZE_FIRST = { Revenue_Weight__c: '10.0', Size_Weight__c: '60.0', Value_Weight__c: '5.0' };
const NINETY = { ...SIZE_FIRST, Size_Weight__c: '50.0' };

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

async function ranks(...ids: string[]): Promise<readonly Row[]> {
  return await Promise.all(ids.map(async (id) => org.as('ines').read(REQUEST, id, ['Backlog_Rank__c'])));
}

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['total 90', NINETY, 'The five weights must total 100.'],
  ['are negative', { Revenue_Weight__c: '-10.0', Size_Weight__c: '60.0' }, 'Enter weights of 0 or more.'],
  ['have bands out of order', { P1_From__c: '50.0' }, 'P1 must begin above P2, P2 above P3, and P3 above 0.'],
])('weights that %s are refused', (_what, weights, message) => {
  expect(() => {
    activateWeights(org, weights);
  }).toThrow(message);
});

describe('weights that do not total 100', () => {
  test('are taken by no review and told to the administrators, should they come into force; mended, they count', async () => {
    const before = await file(org, customer);
    await score(org, 'igor', before, LARGE);

    activateWeights(org, NINETY, { [TOTAL_100]: org.source(TOTAL_100).replace('<active>true', '<active>false') });
    const after = await file(org, customer);
    await score(org, 'igor', before, { Admin_Aptitude__c: 2 });
    await org.newMessages();
    org.advance({ days: 1 });

    expect(await review(org, before, 'Score__c', 'Weights_Version__c')).toEqual({
      Score__c: 20,
      Weights_Version__c: '1',
    });
    expect(await review(org, after, 'Score__c', 'Score_Text__c', 'Suggested_Priority__c')).toEqual({
      Score__c: null,
      Score_Text__c: 'Not scored: the weights do not total 100',
      Suggested_Priority__c: null,
    });
    const told = (await org.newMessages()).filter(({ title }) => title.includes('weights'));
    expect(
      told.map(({ kind, recipients, title, body }) => [kind, recipients.map(({ name }) => name), title, body]),
    ).toEqual([
      [
        'email',
        ['Adi Sharma'],
        'The weights of triage do not total 100',
        'Version 2 totals 90. Open reviews keep the weights that they have, and new ones are not scored, until the active version in Triage Weight totals 100.',
      ],
    ]);

    activateWeights(org, SIZE_FIRST);
    org.advance({ days: 1 });

    expect(await review(org, before, 'Score__c', 'Weights_Version__c')).toEqual({
      Score__c: 60,
      Weights_Version__c: '2',
    });
    expect(await review(org, after, 'Score__c', 'Weights_Version__c')).toEqual({
      Score__c: 0,
      Weights_Version__c: '2',
    });
  });
});

test('another version is taken by open reviews overnight, decided ones keep theirs, and no rank moves', async () => {
  activateWeights(org, { Version__c: '3.0' });
  const first = await file(org, customer);
  const open = await file(org, customer);
  const decided = await inTriage(org, customer);
  for (const id of [open, decided]) await score(org, 'igor', id, LARGE);
  await org.as('ines').update(REQUEST, decided, { Status__c: 'Qualified', ...DECISION });
  const ranked = await ranks(first, open, decided);

  activateWeights(org, { Version__c: '4.0', ...SIZE_FIRST });
  expect(await review(org, open, 'Score__c', 'Weights_Version__c')).toEqual({ Score__c: 20, Weights_Version__c: '3' });
  org.advance({ days: 1 });

  expect(await review(org, open, 'Score__c', 'Score_Text__c', 'Weights_Version__c', 'Size_Weight__c')).toEqual({
    Score__c: 60,
    Score_Text__c: '60 (1 of 5 known, up to 100)',
    Weights_Version__c: '4',
    Size_Weight__c: 60,
  });
  expect(await review(org, decided, 'Score__c', 'Score_At_Decision__c', 'Weights_Version__c')).toEqual({
    Score__c: 20,
    Score_At_Decision__c: 20,
    Weights_Version__c: '3',
  });
  expect(await ranks(first, open, decided)).toEqual(ranked);
});
