import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, REQUEST, type Customer } from './support/requests.ts';
import { file, inTriage, review, reviewOf, REVIEW, score } from './support/triage.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics', { Addressable_Market__c: 2600 });
}, 60_000);

afterAll(() => org.close());

async function deal(arr: number | null, probability: number, close: string): Promise<void> {
  await org.as('adi').update('Opportunity', customer.deal, {
    Annual_Recurring_Revenue__c: arr,
    Probability: probability,
    CloseDate: close,
  });
}

describe('fiscal-year revenue', () => {
  test.each([
    [480_000, 20, '2023-05-31', 64_000, 2],
    [480_000, 20, '2023-05-01', 64_000, 2],
    [480_000, 20, '2024-02-15', 0, 0],
    [480_000, 20, '2022-12-20', 96_000, 2],
    [480_000, 20, '2023-01-31', 96_000, 2],
    [480_000, 20, '2023-02-01', 88_000, 2],
    [480_000, 20, '2024-01-02', 0, 0],
    [49_999, 100, '2022-12-20', 49_999, 1],
    [50_000, 100, '2022-12-20', 50_000, 2],
    [100_000, 100, '2022-12-20', 100_000, 3],
    [249_999, 100, '2022-12-20', 249_999, 3],
    [250_000, 100, '2022-12-20', 250_000, 4],
    [499_999, 100, '2022-12-20', 499_999, 4],
    [500_000, 100, '2022-12-20', 500_000, 5],
    [9_000_000, 100, '2022-12-20', 9_000_000, 5],
    [null, 20, '2022-12-20', null, null],
  ])('of $%p at %p %% that closes on %s is $%p, scored %p', async (arr, probability, close, impact, scored) => {
    await deal(arr, probability, close);
    const id = await file(org, customer);

    expect(await org.as('adi').read(REQUEST, id, ['Fiscal_Year_Impact__c', 'Target_Fiscal_Year__c'])).toEqual({
      Fiscal_Year_Impact__c: impact,
      Target_Fiscal_Year__c: 'FY24',
    });
    expect(await review(org, id, 'Revenue_Score__c')).toEqual({ Revenue_Score__c: scored });
  });

  test('without a deal is the revenue that was entered', async () => {
    const id = await org.as('tara').create(REQUEST, {
      Account__c: customer.account,
      Request_Type__c: 'Post_Live_Jointly_Managed',
      Deployment_Method__c: 'Kubernetes_Helm',
      Hosting_Provider__c: 'AWS',
      Entered_Revenue__c: 300_000,
    });

    expect(await review(org, id, 'Revenue_Score__c', 'Value_Score__c')).toEqual({
      Revenue_Score__c: 4,
      Value_Score__c: 4,
    });
  });

  test('follows the calendar into the next fiscal year', async () => {
    await deal(480_000, 20, '2023-05-31');
    const later = await TestOrg.start({ at: '2023-02-01T10:00:00Z' });
    const other = await createCustomer(later, 'Northwind Logistics');
    await later.as('adi').update('Opportunity', other.deal, { Annual_Recurring_Revenue__c: 480_000, Probability: 20 });

    const id = await file(later, other);

    expect(await later.as('adi').read(REQUEST, id, ['Target_Fiscal_Year__c', 'Fiscal_Year_Impact__c'])).toEqual({
      Target_Fiscal_Year__c: 'FY25',
      Fiscal_Year_Impact__c: 96_000,
    });
    await later.close();
  }, 60_000);
});

describe('size and complexity', () => {
  test.each<[Row, Row, number | null]>([
    [{}, {}, null],
    [{ Full_Users__c: 500, Repositories__c: 5000 }, {}, 0],
    [{ Full_Users__c: 501, Repositories__c: 5000 }, {}, 0.5],
    [{ Full_Users__c: 500, Repositories__c: 50_001 }, {}, 1.5],
    [{ Initial_Users__c: 20_000 }, {}, 2],
    [{ Full_Users__c: 20_001 }, {}, 2.5],
    [{ Full_Users__c: 20_001, Complexity_Flags__c: 'Cluster_mandated;Own_base_image' }, {}, 3.5],
    [{ Full_Users__c: 20_001 }, { Complexity_Score__c: 5 }, 5],
    [{ Repositories__c: 100_001, Complexity_Flags__c: 'Cluster_mandated' }, { Complexity_Score__c: 3 }, 3.5],
  ])('of %p with %p is %p', async (facts, scored, expected) => {
    const id = await file(org, customer, facts);
    await score(org, 'igor', id, scored);

    expect(await review(org, id, 'Size_Score__c')).toEqual({ Size_Score__c: expected });
  });
});

describe('ARR and market', () => {
  test.each([
    [480_000, 2600, 4],
    [480_000, 99, 2.8],
    [480_000, 100, 3.2],
    [480_000, 500, 3.2],
    [480_000, 2500, 3.6],
    [480_000, 10_000, 4],
    [480_000, 10_001, 4.4],
    [0, 10_001, 2],
    [480_000, null, null],
    [null, 2600, null],
  ])('of $%p and %p people is %p', async (arr, people, expected) => {
    await deal(arr, 20, '2023-05-31');
    await org.as('adi').update('Account', customer.account, { Addressable_Market__c: people });
    const id = await file(org, customer);

    expect(await review(org, id, 'Value_Score__c')).toEqual({ Value_Score__c: expected });
    await org.as('adi').update('Account', customer.account, { Addressable_Market__c: 2600 });
  });
});

describe('intangibles', () => {
  test.each([
    [3, 3, 4, 3],
    [3, 1, 4, 3.67],
    [0, 5, 0, 0],
    [5, 0, 5, 5],
    [3, null, 4, null],
    [null, 3, 4, null],
  ])('of risk %p, aptitude %p and context %p are %p', async (risk, aptitude, context, expected) => {
    const id = await file(org, customer);
    await score(org, 'igor', id, {
      Deployment_Risk__c: risk,
      Admin_Aptitude__c: aptitude,
      Strategic_Context__c: context,
      Intangibles_Note__c: 'A reference for the region',
    });

    expect(await review(org, id, 'Intangibles_Score__c')).toEqual({ Intangibles_Score__c: expected });
  });
});

describe('bandwidth', () => {
  beforeAll(async () => {
    await org.as('adi').create('Implementation_Capacity__c', { Month__c: '2023-04-01', Capacity_Points__c: 8 });
    await org.as('adi').create('Implementation_Capacity__c', { Month__c: '2023-05-01', Capacity_Points__c: 0 });
  });

  test.each([
    [8, '2023-04-10', 5],
    [8.1, '2023-04-10', 4],
    [10.6, '2023-04-10', 4],
    [10.7, '2023-04-10', 3],
    [16, '2023-04-10', 3],
    [32, '2023-04-10', 2],
    [33, '2023-04-10', 1],
    [3, '2023-05-10', 0],
    [null, '2023-04-10', null],
    [0, '2023-04-10', null],
    [3, '2023-09-10', null],
    [3, null, null],
  ])('for %p points from %p is %p', async (points, start, expected) => {
    const id = await file(org, customer);
    await org.as('ines').update(REQUEST, id, { Effort_Points__c: points, Target_Start__c: start });

    expect(await review(org, id, 'Bandwidth_Score__c')).toEqual({ Bandwidth_Score__c: expected });
  });
});

describe('the score', () => {
  const OVERRIDES = {
    Revenue_Override__c: 4,
    Size_Override__c: 3.5,
    Value_Override__c: 3.6,
    Intangibles_Override__c: 3,
    Bandwidth_Override__c: 2,
  };
  const REASONS = Object.fromEntries(
    Object.keys(OVERRIDES).map((field) => [field.replace('__c', '_Reason__c'), 'Known from the last project']),
  );
  const TOTALS = ['Score__c', 'Score_Ceiling__c', 'Known_Considerations__c', 'Score_Text__c', 'Suggested_Priority__c'];

  test('weighs 4, 3.5, 3.6, 3 and 2 as 69, which is P2', async () => {
    const id = await file(org, customer);
    await score(org, 'igor', id, { ...OVERRIDES, ...REASONS });

    const totals = {
      Score__c: 69,
      Score_Ceiling__c: 69,
      Known_Considerations__c: 5,
      Score_Text__c: '69 (5 of 5 known, up to 69)',
      Suggested_Priority__c: 'P2',
    };
    expect(await review(org, id, ...TOTALS)).toEqual(totals);
    expect(await org.as('adi').read(REQUEST, id, TOTALS)).toEqual(totals);
    expect(await review(org, id, 'Overridden_By__c')).toEqual({ Overridden_By__c: org.userId('igor') });
  });

  test('counts what is unknown as nothing, and says how much that is', async () => {
    await deal(null, 20, '2023-05-31');
    const id = await file(org, customer);
    await score(org, 'igor', id, { Revenue_Override__c: 4, Revenue_Override_Reason__c: 'Told by sales' });
    await score(org, 'igor', id, { Size_Override__c: 5, Size_Override_Reason__c: 'Larger than they said' });

    expect(await review(org, id, ...TOTALS)).toEqual({
      Score__c: 44,
      Score_Ceiling__c: 94,
      Known_Considerations__c: 2,
      Score_Text__c: '44 (2 of 5 known, up to 94)',
      Suggested_Priority__c: 'P3',
    });
  });

  test('shows the range of what is half known as people read it: 44, 3 of 5 known, up to 79', async () => {
    await deal(null, 20, '2023-05-31');
    const id = await file(org, customer);
    await score(org, 'igor', id, {
      ...REASONS,
      ...{ Revenue_Override__c: 4, Size_Override__c: 3.5, Intangibles_Override__c: 2 },
    });

    expect(await review(org, id, 'Score_Text__c')).toEqual({ Score_Text__c: '44 (3 of 5 known, up to 79)' });
  });

  test.each([
    [[3, 2.5, 2.5, 3.5, 2], 'P2', 55],
    [[3, 2.5, 2.5, 3.5, 1.9], 'P3', 54.8],
    [[2, 2, 1.5, 1.5, 1.5], 'P3', 35],
    [[2, 2, 1.5, 1.5, 1.4], 'P4', 34.8],
  ])('of %j is in band %s', async (five, band, total) => {
    const id = await file(org, customer);
    const overrides: Row = Object.fromEntries(Object.keys(OVERRIDES).map((field, index) => [field, five[index]]));
    await score(org, 'igor', id, { ...REASONS, ...overrides });

    expect(await review(org, id, 'Score__c', 'Suggested_Priority__c')).toEqual({
      Score__c: total,
      Suggested_Priority__c: band,
    });
  });

  test.each([
    [5, 2.5, 'P1', 75],
    [5, 2.4, 'P2', 74.5],
  ])('of revenue and size %p and value %p is in band %s', async (high, value, band, total) => {
    const id = await file(org, customer);
    await score(org, 'igor', id, {
      ...REASONS,
      Revenue_Override__c: high,
      Size_Override__c: high,
      Value_Override__c: value,
      Intangibles_Override__c: 2.5,
      Bandwidth_Override__c: high - 2.5,
    });

    const { Score__c: found, Suggested_Priority__c: priority } = await review(org, id, ...TOTALS);
    expect({ found, priority }).toEqual({ found: total, priority: band });
  });

  test('falls by 12 when the deal slips past the target year', async () => {
    await deal(480_000, 20, '2023-05-31');
    const id = await inTriage(org, customer);
    const { Score__c: before } = await review(org, id, 'Score__c');

    await deal(480_000, 20, '2024-02-15');

    expect(await review(org, id, 'Score__c')).toEqual({ Score__c: Number(before) - 12 });
  });
});

describe('who scores', () => {
  test.each<[string, Row, string[]]>([
    ['a score above 5', { Complexity_Score__c: 5.1 }, ['Complexity_Score__c']],
    ['a score below 0', { Deployment_Risk__c: -1 }, ['Deployment_Risk__c']],
    ['an override without a reason', { Size_Override__c: 3 }, ['Size_Override_Reason__c']],
    ['a high risk without a note', { Deployment_Risk__c: 4 }, ['Intangibles_Note__c']],
    ['weak admins without a note', { Admin_Aptitude__c: 1 }, ['Intangibles_Note__c']],
    ['a strategic context without a note', { Strategic_Context__c: 5 }, ['Intangibles_Note__c']],
  ])('is told of %s', async (_what, values, fields) => {
    const id = await file(org, customer);

    const refusal = await org.as('igor').refusalToUpdate(REVIEW, await reviewOf(org, id), values);

    expect(refusal.flatMap((one) => one.fields)).toEqual(fields);
  });

  test.each(['Revenue', 'Size', 'Value', 'Intangibles', 'Bandwidth'])(
    'replaces %s with a score from 0 to 5, and says why',
    async (name) => {
      const id = await reviewOf(org, await file(org, customer));
      const fieldsOf = async (values: Row): Promise<string[]> =>
        (await org.as('igor').refusalToUpdate(REVIEW, id, values)).flatMap(({ fields }) => fields);
      const [field, reason] = [`${name}_Override__c`, `${name}_Override_Reason__c`];

      for (const beyond of [-0.1, 5.1]) {
        expect(await fieldsOf({ [field]: beyond, [reason]: 'Known from the last project' })).toEqual([field]);
      }
      expect(await fieldsOf({ [field]: 5 })).toEqual([reason]);
      expect(await fieldsOf({ [field]: 0, [reason]: 'Known from the last project' })).toEqual([]);
    },
  );

  test.each(['Complexity_Score__c', 'Deployment_Risk__c', 'Admin_Aptitude__c', 'Strategic_Context__c'])(
    'gives %s from 0 to 5',
    async (field) => {
      const id = await reviewOf(org, await file(org, customer));
      const fieldsOf = async (value: number): Promise<string[]> =>
        (await org.as('igor').refusalToUpdate(REVIEW, id, { [field]: value, Intangibles_Note__c: 'Seen' })).flatMap(
          ({ fields }) => fields,
        );

      expect(await Promise.all([-0.1, 5.1].map(fieldsOf))).toEqual([[field], [field]]);
      expect(await fieldsOf(0)).toEqual([]);
      expect(await fieldsOf(5)).toEqual([]);
    },
  );

  test.each(['ana', 'chen', 'tara', 'val', 'tomas'])('is not %s', async (alias) => {
    const id = await file(org, customer);

    const [refusal] = await org.as(alias).refusalToUpdate(REVIEW, await reviewOf(org, id), { Deployment_Risk__c: 1 });

    expect(refusal?.errorCode).toMatch(/^INVALID_FIELD|^INSUFFICIENT_ACCESS/);
  });

  test('is seen by sales as a band without the candid parts', async () => {
    const id = await file(org, customer);

    expect(await org.as('ana').read(REQUEST, id, ['Suggested_Priority__c'])).toEqual({ Suggested_Priority__c: 'P4' });
    await expect(org.as('ana').read(REVIEW, await reviewOf(org, id), ['Intangibles_Note__c'])).rejects.toThrow(
      'INVALID_FIELD',
    );
  });
});
