import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestOrg, type Persona, type Row } from './support/org.ts';

let org: TestOrg;
let chen: Persona;
let account: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T15:00:00Z' });
  chen = org.as('chen');
  account = await org.as('adi').create('Account', { Name: 'Northwind Logistics' });
});

afterAll(() => org.close());

function assess(facts: Row): Promise<string> {
  return chen.create('Strategy_Assessment__c', { Account__c: account, ...facts });
}

async function recommended(facts: Row): Promise<Row> {
  return chen.read('Strategy_Assessment__c', await assess(facts), [
    'Recommendation_Rule__c',
    'Recommended_Strategy__c',
    'Recommended_Action__c',
  ]);
}

const NO_CLOUD = { Cloud_Qualification__c: 'No' };
const ON_AWS = { ...NO_CLOUD, Hosting_Provider__c: 'AWS' };
const EXISTING = { Existing_Customer__c: true, Cloud_Qualification__c: 'Unknown' };

test.each<[string, Row, string, string | null, string]>([
  ['Cloud: yes', { Cloud_Qualification__c: 'Yes', Full_Users__c: 500 }, 'R3', 'Cloud', 'Managed_Instance_Request'],
  [
    'One-Click fits everybody',
    { ...ON_AWS, Full_Users__c: 3000, Repositories__c: 8000 },
    'R5',
    'One-Click',
    'Create_Environment',
  ],
  [
    'production quickly, and One-Click fits the first users',
    { ...ON_AWS, Initial_Users__c: 2000, Full_Users__c: 30_000, Wants_Production_Quickly__c: true },
    'R6',
    'One-Click Into Jointly Managed',
    'File_Request',
  ],
  [
    'the same without hurry',
    { ...ON_AWS, Initial_Users__c: 2000, Full_Users__c: 30_000 },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'a provider that One-Click does not support',
    { ...NO_CLOUD, Hosting_Provider__c: 'Azure', Full_Users__c: 1000 },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'the limits are inclusive',
    { ...ON_AWS, Full_Users__c: 20_000, Repositories__c: 200_000 },
    'R5',
    'One-Click',
    'Create_Environment',
  ],
  ['one user too many', { ...ON_AWS, Full_Users__c: 20_001 }, 'R7', 'Jointly Managed', 'File_Request'],
  [
    'one repository too many',
    { ...ON_AWS, Full_Users__c: 10, Repositories__c: 200_001 },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  ['Cloud: unknown', { Cloud_Qualification__c: 'Unknown' }, 'R4', null, 'Answer_Cloud_Questions'],
  ['Cloud: not answered', { Hosting_Provider__c: 'AWS', Full_Users__c: 500 }, 'R4', null, 'Answer_Cloud_Questions'],
  [
    'from Docker Compose to Kubernetes',
    { ...EXISTING, Current_Method__c: 'Docker_Compose', Expected_Method__c: 'Kubernetes_Helm' },
    'R2',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'from Kubernetes to Cloud',
    { ...EXISTING, Current_Method__c: 'Kubernetes_Helm', Expected_Method__c: 'Sourcegraph_Cloud' },
    'R1',
    'Cloud',
    'Managed_Instance_And_Request',
  ],
  ['only a question', { Purpose__c: 'Answer_Only' }, 'R0', null, 'Ask_Channel'],
  ['no provider', { ...NO_CLOUD, Full_Users__c: 500 }, 'R8', null, 'Complete_Facts'],
  [
    'a provider that is not yet known',
    { ...NO_CLOUD, Hosting_Provider__c: 'Not_Yet_Known', Full_Users__c: 500 },
    'R8',
    null,
    'Complete_Facts',
  ],
  ['no users', ON_AWS, 'R8', null, 'Complete_Facts'],
  [
    'a certain no wins over what is unknown',
    { ...NO_CLOUD, Cluster_Mandated__c: true },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'an own base image rules One-Click out, for the first users too',
    {
      ...ON_AWS,
      Initial_Users__c: 10,
      Full_Users__c: 30_000,
      Wants_Production_Quickly__c: true,
      Own_Base_Image__c: true,
    },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'production quickly, but the first users are too many',
    { ...ON_AWS, Initial_Users__c: 25_000, Full_Users__c: 30_000, Wants_Production_Quickly__c: true },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
  [
    'production quickly, but the first users are unknown',
    { ...ON_AWS, Full_Users__c: 30_000, Wants_Production_Quickly__c: true },
    'R7',
    'Jointly Managed',
    'File_Request',
  ],
])('%s', async (_, facts, rule, strategy, action) => {
  expect(await recommended(facts)).toEqual({
    Recommendation_Rule__c: rule,
    Recommended_Strategy__c: strategy,
    Recommended_Action__c: action,
  });
});

test('a recommendation says why, who owns it, how long it takes, and what would change it', async () => {
  const id = await assess({ ...ON_AWS, Initial_Users__c: 2000, Full_Users__c: 30_000 });

  expect(
    await chen.read('Strategy_Assessment__c', id, [
      'Recommendation_Reason__c',
      'Recommended_Owners__c',
      'Recommended_Duration__c',
      'Recommended_Days__c',
      'What_Would_Change__c',
    ]),
  ).toEqual({
    Recommendation_Reason__c:
      'Cloud is not possible, and One-Click does not fit: AWS; 30000 users in all, 2000 at first; repositories not known; more than 20000 users.',
    Recommended_Owners__c: 'CE, IE, TPM',
    Recommended_Duration__c: '30 days',
    Recommended_Days__c: 30,
    What_Would_Change__c: 'If production is wanted quickly: One-Click Into Jointly Managed.',
  });
});

test.each<[string, Row, string | null]>([
  [
    'all about Cloud',
    {},
    'Does the customer qualify for Cloud? Ask for certifications, admin access, audit logging, hosting locale, code hosts that can be reached from the internet, and the customer’s own policy.',
  ],
  ['all about One-Click', NO_CLOUD, 'Which hosting provider? How many users in all? How many repositories?'],
  ['the number of users', { ...ON_AWS, Repositories__c: 10 }, 'How many users in all?'],
  ['nothing', { ...ON_AWS, Repositories__c: 10, Full_Users__c: 10 }, null],
])('what is missing: %s', async (_, facts, missing) => {
  expect(await chen.read('Strategy_Assessment__c', await assess(facts), ['Missing_Facts__c'])).toEqual({
    Missing_Facts__c: missing,
  });
});

test.each([
  [10, 10, 'XS'],
  [500, 5001, 'S'],
  [1000, 80_000, 'L'],
  [20_001, 10, 'Beyond XL'],
  [5000, 50_000, 'M'],
])('%i users with %i repositories are of size %s', async (users, repositories, tier) => {
  const id = await assess({ Full_Users__c: users, Repositories__c: repositories });

  expect(await chen.read('Strategy_Assessment__c', id, ['Size_Tier__c'])).toEqual({ Size_Tier__c: tier });
});

test('another strategy than the recommended one needs a reason, and counts as overridden', async () => {
  const facts = { Cloud_Qualification__c: 'Yes', Chosen_Strategy__c: 'Jointly_Managed', Account__c: account };

  const [refusal] = await chen.refusalToCreate('Strategy_Assessment__c', facts);
  const id = await chen.create('Strategy_Assessment__c', { ...facts, Override_Reason__c: 'Their board insists' });
  const recommendedOne = await assess({ Cloud_Qualification__c: 'Yes', Chosen_Strategy__c: 'Cloud' });

  expect(refusal).toMatchObject({ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Override_Reason__c'] });
  expect(await chen.read('Strategy_Assessment__c', id, ['Overridden__c'])).toEqual({ Overridden__c: true });
  expect(await chen.read('Strategy_Assessment__c', recommendedOne, ['Overridden__c'])).toEqual({
    Overridden__c: false,
  });
});

test('without a recommendation any strategy may be chosen', async () => {
  expect(
    await chen.refusalToCreate('Strategy_Assessment__c', {
      Account__c: account,
      Chosen_Strategy__c: 'Jointly_Managed',
    }),
  ).toEqual([]);
});

test('who determined the qualification for Cloud is kept, and forgotten when it is open again', async () => {
  const id = await assess({ Cloud_Qualification__c: 'No' });
  const fields = ['Cloud_Determined_By__c', 'Cloud_Determined_On__c'];
  const determined = await chen.read('Strategy_Assessment__c', id, fields);
  await chen.update('Strategy_Assessment__c', id, { Cloud_Qualification__c: 'Unknown' });

  expect(determined).toEqual({ Cloud_Determined_By__c: org.userId('chen'), Cloud_Determined_On__c: '2022-11-15' });
  expect(await chen.read('Strategy_Assessment__c', id, fields)).toEqual({
    Cloud_Determined_By__c: null,
    Cloud_Determined_On__c: null,
  });
});

test.each(['ana', 'chen'])('%s submits the Managed Instance Request', async (alias) => {
  const id = await assess({ Cloud_Qualification__c: 'Yes' });
  await org.as(alias).update('Strategy_Assessment__c', id, {
    Managed_Instance_Request_Status__c: 'Submitted',
    Managed_Instance_Request_Url__c: 'https://cloud.example/requests/7',
  });

  expect(
    await chen.read('Strategy_Assessment__c', id, [
      'Managed_Instance_Requested_By__c',
      'Managed_Instance_Requested_On__c',
    ]),
  ).toEqual({ Managed_Instance_Requested_By__c: org.userId(alias), Managed_Instance_Requested_On__c: '2022-11-15' });
});

test.each<[string, Row, string]>([
  [
    'a Managed Instance Request before Cloud is determined',
    { Managed_Instance_Request_Status__c: 'Submitted', Managed_Instance_Request_Url__c: 'https://cloud.example/1' },
    'Managed_Instance_Request_Status__c',
  ],
  [
    'a Managed Instance Request without a link',
    { Cloud_Qualification__c: 'Yes', Managed_Instance_Request_Status__c: 'Submitted' },
    'Managed_Instance_Request_Url__c',
  ],
  ['an address that is not https', { Environment_Url__c: 'http://one.example' }, 'Environment_Url__c'],
  ['an address with a space', { Environment_Url__c: 'https://one.example/a b' }, 'Environment_Url__c'],
  ['fewer users in all than at first', { Initial_Users__c: 20, Full_Users__c: 10 }, 'Full_Users__c'],
  ['fewer repositories than none', { Repositories__c: -1 }, 'Repositories__c'],
  ['fewer users at first than none', { Initial_Users__c: -1 }, 'Initial_Users__c'],
  ['fewer users in all than none', { Full_Users__c: -1 }, 'Full_Users__c'],
  ['less code than none', { Hosted_Code_GB__c: -1 }, 'Hosted_Code_GB__c'],
  ['a repository smaller than nothing', { Largest_Repository_MB__c: -1 }, 'Largest_Repository_MB__c'],
  [
    'a link to a Managed Instance Request that is not https',
    { Cloud_Qualification__c: 'Yes', Managed_Instance_Request_Url__c: 'http://cloud.example/1' },
    'Managed_Instance_Request_Url__c',
  ],
  ['another Cloud blocker without words', { Cloud_Blockers__c: 'Other' }, 'Cloud_Blocker_Detail__c'],
  [
    'a transition before the environment exists',
    { Ownership_Transition_On__c: '2022-12-01' },
    'Ownership_Transition_On__c',
  ],
  [
    'a transition to nobody',
    { Environment_Created_On__c: '2022-11-01', Ownership_Transition_On__c: '2022-12-01' },
    'Ownership_Transition_On__c',
  ],
])('%s is refused, at its field', async (_, facts, field) => {
  const [refusal] = await chen.refusalToCreate('Strategy_Assessment__c', { Account__c: account, ...facts });

  expect(refusal?.fields).toEqual([field]);
});

test('an assessment is of the customer whose Opportunity it is', async () => {
  const other = await org.as('adi').create('Account', { Name: 'Halcyon Biotech' });
  const deal = { Name: 'Halcyon', StageName: 'Qualification', CloseDate: '2023-05-31', AccountId: other };
  const Opportunity__c = await org.as('adi').create('Opportunity', deal);

  const [refusal] = await chen.refusalToCreate('Strategy_Assessment__c', { Account__c: account, Opportunity__c });

  expect(refusal?.fields).toEqual(['Opportunity__c']);
  expect(await chen.refusalToCreate('Strategy_Assessment__c', { Account__c: other, Opportunity__c })).toEqual([]);
});

test('ownership passes to a Technical Advisor once the environment exists', async () => {
  const advised = await org.as('adi').create('Account', { Name: 'Advised', Technical_Advisor__c: org.userId('val') });

  expect(
    await chen.refusalToCreate('Strategy_Assessment__c', {
      Account__c: advised,
      Environment_Created_On__c: '2022-12-01',
      Ownership_Transition_On__c: '2022-12-01',
    }),
  ).toEqual([]);
});

test('a new assessment sets the earlier one aside, and the Opportunity shows it', async () => {
  const opportunity = await org.as('adi').create('Opportunity', {
    Name: 'Northwind – New Business',
    AccountId: account,
    StageName: 'Qualification',
    CloseDate: '2023-05-31',
  });
  const first = await assess({ Opportunity__c: opportunity });
  const elsewhere = await assess({});
  const second = await assess({ Opportunity__c: opportunity });

  const current = await chen.query(
    `SELECT Id FROM Strategy_Assessment__c WHERE Current__c = true AND Id IN ('${first}', '${second}', '${elsewhere}')`,
  );
  expect(current.map((row) => row['Id']).sort()).toEqual([elsewhere, second].sort());
  expect(await org.as('adi').read('Opportunity', opportunity, ['Current_Assessment__c'])).toEqual({
    Current_Assessment__c: second,
  });
});
