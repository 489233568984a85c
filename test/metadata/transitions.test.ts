import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestOrg } from './support/org.ts';
import {
  ask,
  createCustomer,
  createDeal,
  importRequest,
  REQUEST,
  waiveItems,
  type Customer,
} from './support/requests.ts';

const STATUSES = {
  Draft: 'Draft',
  Planned_Post_Live: 'Planned (Post-live)',
  Submitted: 'Submitted',
  Needs_Info: 'Needs Info',
  In_Triage: 'In Triage',
  Leadership_Review: 'Leadership Review',
  Qualified: 'Qualified',
  Selected: 'Selected',
  In_Deployment: 'In Deployment',
  Deployment_Complete: 'Deployment Complete',
  Closed_Handed_Off: 'Closed – Handed Off',
  Disqualified: 'Disqualified',
  Not_Selected: 'Not Selected',
  Withdrawn: 'Withdrawn',
  Duplicate: 'Duplicate',
  Closed_Opportunity_Lost: 'Closed – Opportunity Lost',
  Cancelled: 'Cancelled',
} as const;
type Status = keyof typeof STATUSES;
const ALL = Object.keys(STATUSES) as Status[];

/** Who makes each change. What ended was In Triage before. */
const ALLOWED: Record<Status, Partial<Record<Status, string>>> = {
  Draft: { Submitted: 'chen', Planned_Post_Live: 'chen', Withdrawn: 'chen', Closed_Opportunity_Lost: 'chen' },
  Planned_Post_Live: { Submitted: 'igor', Withdrawn: 'chen', Cancelled: 'chen', Closed_Opportunity_Lost: 'chen' },
  Submitted: { In_Triage: 'igor', Withdrawn: 'chen', Closed_Opportunity_Lost: 'chen' },
  Needs_Info: { In_Triage: 'chen', Withdrawn: 'chen', Closed_Opportunity_Lost: 'chen' },
  In_Triage: {
    Needs_Info: 'igor',
    Leadership_Review: 'igor',
    Qualified: 'ines',
    Disqualified: 'ines',
    Duplicate: 'ines',
    Withdrawn: 'chen',
    Closed_Opportunity_Lost: 'ines',
  },
  Leadership_Review: {
    In_Triage: 'igor',
    Qualified: 'ines',
    Disqualified: 'ines',
    Withdrawn: 'chen',
    Closed_Opportunity_Lost: 'ines',
  },
  Qualified: {
    Selected: 'ines',
    Not_Selected: 'ines',
    In_Triage: 'igor',
    Leadership_Review: 'igor',
    Withdrawn: 'chen',
    Closed_Opportunity_Lost: 'ines',
  },
  Selected: { In_Deployment: 'tomas', Qualified: 'ines', Withdrawn: 'chen', Closed_Opportunity_Lost: 'ines' },
  In_Deployment: { Deployment_Complete: 'igor', Cancelled: 'ines' },
  Deployment_Complete: { Closed_Handed_Off: 'igor', In_Deployment: 'tomas' },
  Closed_Handed_Off: {},
  Disqualified: { Submitted: 'ines', In_Triage: 'ines' },
  Not_Selected: { Submitted: 'ines', In_Triage: 'ines' },
  Withdrawn: { Submitted: 'chen', In_Triage: 'ines' },
  Duplicate: { Submitted: 'ines', In_Triage: 'ines' },
  Closed_Opportunity_Lost: { Submitted: 'ines', In_Triage: 'ines' },
  Cancelled: { Submitted: 'ines', In_Triage: 'ines' },
};

let org: TestOrg;
let customer: Customer;
let other: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics');
  other = await importRequest(org, customer, 'Submitted');
}, 60_000);

afterAll(() => org.close());

/** A request in this status, with a document in Vitally. */
async function requestIn(status: Status, deal = customer.won): Promise<string> {
  const id = await importRequest(org, customer, status, { Opportunity__c: deal, Duplicate_Of__c: other });
  await waiveItems(org, id);
  await org.as('adi').create('Request_Link__c', {
    Implementation_Request__c: id,
    Url__c: 'https://docs.example/design',
    Mirror_State__c: 'Mirrored',
  });
  return id;
}

async function statusOf(id: string): Promise<unknown> {
  return (await org.as('adi').read(REQUEST, id, ['Status__c']))['Status__c'];
}

const pairs = ALL.flatMap((from) => ALL.filter((to) => to !== from).map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => to in ALLOWED[from]);

test('all pairs of the 17 statuses are looked at', () => {
  expect(ALL).toHaveLength(17);
  expect(pairs).toHaveLength(17 * 16);
});

test.each(allowed)('%s becomes %s', async (from, to) => {
  const deal = to === 'Closed_Opportunity_Lost' ? await createDeal(org, customer.account, 'Qualification') : undefined;
  const id = await requestIn(from, deal);
  if (deal !== undefined) await org.as('adi').update('Opportunity', deal, { StageName: 'Closed Lost' });

  const refusal = await org.as(ALLOWED[from][to] ?? '').refusalToUpdate(REQUEST, id, { Status__c: to });

  expect(refusal).toEqual([]);
  expect(await statusOf(id)).toBe(to);
});

describe.each(ALL)('from %s', (from) => {
  let id: string;

  beforeAll(async () => {
    id = await requestIn(from);
  });

  const forbidden = pairs.filter(([one, to]) => one === from && !(to in ALLOWED[from])).map(([, to]) => to);

  test.each(forbidden)('not even the IE lead makes it %s', async (to) => {
    const refusal = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: to });

    expect(refusal).toEqual([
      {
        message: expect.stringMatching(
          new RegExp(
            `^IR-\\d{5} is ${escaped(STATUSES[from])} and cannot become ${escaped(STATUSES[to])}\\. ` +
              '(From there it can become: .+|File a new request that continues it)\\.$',
          ),
        ),
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Status__c'],
      },
    ]);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[()]/g, '\\$&');
}

test('a refusal says what is possible', async () => {
  const id = await requestIn('Submitted');

  const [refusal] = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: 'Selected' });

  expect(refusal?.message).toMatch(
    /^IR-\d{5} is Submitted and cannot become Selected\. From there it can become: In Triage, Withdrawn, Closed – Opportunity Lost\.$/,
  );
});

test('a status is not taken away', async () => {
  const id = await requestIn('Withdrawn');

  const [refusal] = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: null });

  expect(refusal?.message).toMatch(/is Withdrawn and cannot become nothing\./);
});

test.each<[Status, Status, string, string]>([
  ['Submitted', 'In_Triage', 'chen', 'Implementation Engineering'],
  ['In_Triage', 'Needs_Info', 'chen', 'Implementation Engineering'],
  ['In_Triage', 'Qualified', 'igor', 'the Implementation Engineering lead'],
  ['In_Triage', 'Disqualified', 'igor', 'the Implementation Engineering lead'],
  ['In_Triage', 'Duplicate', 'igor', 'the Implementation Engineering lead'],
  ['Leadership_Review', 'In_Triage', 'chen', 'Implementation Engineering or the reviewer'],
  ['Qualified', 'Selected', 'igor', 'the Implementation Engineering lead'],
  ['Qualified', 'Not_Selected', 'tomas', 'the Implementation Engineering lead'],
  ['Selected', 'Qualified', 'igor', 'the Implementation Engineering lead'],
  ['Selected', 'In_Deployment', 'chen', 'Implementation Engineering or its project managers'],
  ['In_Deployment', 'Cancelled', 'tomas', 'the Implementation Engineering lead'],
  [
    'Qualified',
    'Withdrawn',
    'igor',
    'the requester, the AE, the CE, the TA, the Implementation Engineering lead or an administrator',
  ],
  ['Planned_Post_Live', 'Submitted', 'chen', 'a Technical Advisor or Implementation Engineering'],
  ['Withdrawn', 'In_Triage', 'chen', 'the Implementation Engineering lead'],
  ['Disqualified', 'Submitted', 'chen', 'the Implementation Engineering lead'],
])('%s does not become %s by %s', async (from, to, alias, mover) => {
  const id = await requestIn(from);

  const refusal = await org.as(alias).refusalToUpdate(REQUEST, id, { Status__c: to });

  expect(refusal.map(({ message, fields }) => [message.replace(/^IR-\d{5} /, ''), fields])).toEqual([
    [`goes from ${STATUSES[from]} to ${STATUSES[to]} only by ${mover}. Ask them.`, ['Status__c']],
  ]);
});

test('the Technical Advisor takes a post-live plan up', async () => {
  const id = await importRequest(org, customer, 'Planned_Post_Live', { OwnerId: org.userId('tara') });

  expect(await org.as('tara').refusalToUpdate(REQUEST, id, { Status__c: 'Submitted' })).toEqual([]);
});

test.each<[string, Status, boolean]>([
  ['chen', 'Draft', true],
  ['chen', 'Planned_Post_Live', true],
  ['chen', 'Submitted', true],
  ['chen', 'In_Triage', false],
  ['ines', 'Qualified', false],
  ['ines', 'Selected', false],
  ['adi', 'Withdrawn', true],
])('%s files a request that is %s: %p', async (alias, status, taken) => {
  const more = { Status__c: status, Closing_Reason__c: 'Stopped' };

  const refusal = await org.as(alias).refusalToCreate(REQUEST, ask(customer, more));

  expect(refusal.map(({ message }) => message)).toEqual(
    taken
      ? []
      : [
          `A new request is a Draft, Planned (Post-live) or Submitted, not ${STATUSES[status]}. Submit it, and Implementation Engineering takes it from there.`,
        ],
  );
});

test('what was withdrawn as Qualified can be Qualified again by the IE lead', async () => {
  const id = await requestIn('Qualified');
  await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn' });

  expect(await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: 'Qualified' })).toEqual([]);
});
