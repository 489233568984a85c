import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SHARED_TRAITS, TRAITS } from '../../sync/mapping/index.ts';
import { as, askVitally, listVitally, startDeployment, type Deployment } from './support/customer.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readTraits } from './support/vendors.ts';

const REQUEST = 'Implementation_Request__c';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let landscape: Landscape;

beforeAll(async () => {
  landscape = await startLandscape({
    VITALLY_ACCOUNT_URL: 'https://acme.vitally.example/accounts/{id}',
    VITALLY_PROJECT_TEMPLATE_ID: '97979797-0000-4000-8000-000000000001',
  });
  expect((await landscape.cycle()).failures).toEqual({});
}, 60_000);

afterEach(() => {
  landscape.vitally.faults.clear();
  landscape.vitally.answer({ duplicateNote: 'upsert', unknownId: 'notFound', listed: 'atOnce', errorBody: 'error' });
  landscape.vitally.answer({ created: 'ok', deleted: 'noContent', undefinedTrait: 'kept', writeCost: 1 });
  landscape.vitally.answer({ archivedExternalId: 'updated', archivedListed: 'hidden' });
});

afterAll(() => landscape.close());

async function subjects(deployment: Deployment): Promise<unknown[]> {
  const notes = await listVitally(landscape, deployment, 'notes');
  return notes.map(({ subject }) => String(subject).replace(`${deployment.number}: `, '')).toSorted();
}

async function ofRequest({ id }: Deployment, field: string): Promise<unknown> {
  return (await landscape.admin.query(`SELECT ${field} FROM ${REQUEST} WHERE Id = '${id}'`))[0]?.[field];
}

async function addLink({ id }: Deployment, more: Record<string, string | boolean> = {}): Promise<string> {
  return landscape.admin.create('Request_Link__c', {
    ...{ Implementation_Request__c: id, Type__c: 'Deployment_Documentation', Title__c: 'Runbook', Required__c: true },
    ...{ Url__c: 'https://docs.example/runbook', ...more },
  });
}

async function ofLink(id: string): Promise<Record<string, unknown> | undefined> {
  const [link] = await landscape.admin.query(
    `SELECT Mirror_State__c, Mirrored_On__c, Vitally_Url__c FROM Request_Link__c WHERE Id = '${id}'`,
  );
  return link;
}

async function addUpdate({ id }: Deployment, summary: string): Promise<string> {
  return as(landscape, 'igor').create('Status_Update__c', {
    ...{ Implementation_Request__c: id, Update_On__c: '2026-11-20', Health__c: 'Amber', Summary__c: summary },
  });
}

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ records: 0, traits: 0, failures: {}, calls: { vitally: 0 } });
}

test('a deployment is told in traits, notes and a project, and Salesforce is told so', async () => {
  const deployment = await startDeployment(landscape, 'Told', { Total_Memory_GB__c: 64, Health__c: 'Green' });
  await addUpdate(deployment, 'The cluster is up');
  const link = await addLink(deployment);
  expect((await landscape.cycle()).failures).toEqual({});

  expect(await readTraits(landscape, deployment.accountId)).toMatchObject({
    'vitally.custom.implementationRequestStatus': 'In Deployment',
    'vitally.custom.implementationEngineer': 'Igor Novak',
    'vitally.custom.implementationDocumentationUrl': 'https://docs.example/runbook',
    [SHARED_TRAITS.totalMemoryGb]: 64,
  });
  expect(await subjects(deployment)).toEqual(['documents', 'selected for implementation', 'status update']);
  expect(await listVitally(landscape, deployment, 'projects')).toHaveLength(1);
  const { id: vitallyId } = (await askVitally(landscape, `accounts/${deployment.accountId}`)) as { id: string };
  const address = `https://acme.vitally.example/accounts/${vitallyId}`;
  expect(await ofLink(link)).toMatchObject({
    ...{ Mirror_State__c: 'Mirrored', Mirrored_On__c: expect.any(String), Vitally_Url__c: address },
  });
  expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Mirrored');
  expect(await ofRequest(deployment, 'Vitally_Url__c')).toBe(address);
  expect(await ofRequest(deployment, 'Vitally_Synced_On__c')).not.toBeNull();
  expect(await ofRequest(deployment, 'Documents_In_Vitally__c')).toBe('Yes');
  expect(JSON.stringify(await listVitally(landscape, deployment, 'notes'))).not.toContain('Between us');
  await expectQuiet();
});

test('a corrected status update is corrected in place, a deleted one goes', async () => {
  const deployment = await startDeployment(landscape, 'Corrected');
  const update = await addUpdate(deployment, 'Wrong');
  await landscape.cycle();
  await as(landscape, 'igor').update('Status_Update__c', update, { Summary__c: '<script>alert(1)</script>Right' });
  await landscape.cycle();

  const notes = await listVitally(landscape, deployment, 'notes');
  expect(notes.map(({ note }) => note)).toContainEqual(
    expect.stringContaining('&lt;script&gt;alert(1)&lt;/script&gt;Right'),
  );
  expect(await subjects(deployment)).toEqual(['selected for implementation', 'status update']);
  await landscape.admin.remove('Status_Update__c', update);
  await landscape.cycle();
  expect(await subjects(deployment)).toEqual(['selected for implementation']);
});

test('the task of the pull-in moves with the target and goes with it', async () => {
  const deployment = await startDeployment(landscape, 'Moving', { Target_Completion__c: '2027-06-30' });
  const pullIn = async () =>
    (await listVitally(landscape, deployment, 'tasks')).filter(({ name }) => String(name).includes('onboarding'));
  const move = async (Target_Completion__c: string | null): Promise<void> => {
    await as(landscape, 'tomas').update(REQUEST, deployment.id, { Target_Completion__c });
    expect((await landscape.cycle()).failures).toEqual({});
  };
  const ours = async () => (await pullIn()).filter(({ externalId }) => externalId !== null);
  await landscape.cycle();
  const [first] = await ours();

  expect(first).toMatchObject({ dueDate: '2027-06-09', assignedToId: expect.any(String) });
  await move('2027-07-14');
  expect(await ours()).toMatchObject([{ id: first?.['id'], dueDate: '2027-06-23' }]);
  await move(null);
  expect(await ours()).toEqual([]);
});

test.each([{ archivedExternalId: 'updated' }, { archivedExternalId: 'reject', archivedListed: 'listed' }] as const)(
  'what was withdrawn and is wanted again stands once: %j',
  async (answers) => {
    landscape.vitally.answer(answers);
    const deployment = await startDeployment(landscape, `Hold ${answers.archivedExternalId}`, {
      Target_Completion__c: '2027-06-30',
    });
    const standing = async (): Promise<unknown[]> => {
      const tasks = await listVitally(landscape, deployment, 'tasks');
      return tasks
        .filter((one) => one['externalId'] !== null && one['archivedAt'] === null)
        .map((one) => one['dueDate']);
    };
    await landscape.cycle();
    for (const [target, dueDates] of [
      [null, []],
      ['2027-07-14', ['2027-06-23']],
      [null, []],
      ['2027-07-21', ['2027-06-30']],
    ] as const) {
      await as(landscape, 'tomas').update(REQUEST, deployment.id, { Target_Completion__c: target });
      expect((await landscape.cycle()).failures).toEqual({});
      expect(await standing()).toEqual(dueDates);
    }
    await landscape.forget();
    expect(await landscape.cycle()).toMatchObject({ failures: {} });
    expect(await standing()).toEqual(['2027-06-30']);
    await expectQuiet();
  },
);

describe('an answer is lost', () => {
  test.each([
    ['replyLost', 'notes', 'upsert'],
    ['replyLost', 'notes', 'reject'],
    ['reset', 'notes', 'upsert'],
    ['replyLost', 'tasks', 'upsert'],
    ['reset', 'tasks', 'upsert'],
    ['replyLost', 'projects', 'upsert'],
    ['reset', 'projects', 'upsert'],
  ] as const)('(%s, %s, %s), and nothing is doubled or lost', async (kind, resource, duplicateNote) => {
    landscape.vitally.answer({ duplicateNote });
    const deployment = await startDeployment(landscape, `Lost ${kind} ${resource} ${duplicateNote}`, {
      Target_Completion__c: '2027-06-30',
    });
    landscape.vitally.faults.add({ fault: { kind }, method: 'POST', path: `/resources/${resource}$`, times: 1 });

    expect((await landscape.cycle()).failures).toHaveProperty('vitally');
    landscape.restart();
    await landscape.cycle();
    landscape.passTime(3 * MINUTE);
    expect((await landscape.cycle()).failures).toEqual({});

    expect(await subjects(deployment)).toEqual(['selected for implementation']);
    expect(await listVitally(landscape, deployment, 'projects')).toHaveLength(1);
    const tasks = await listVitally(landscape, deployment, 'tasks');
    expect(tasks.filter(({ externalId }) => externalId !== null)).toHaveLength(1);
    await expectQuiet();
  });

  // Seed 2000016 of Vitally and Slack.
  test.each([
    [128, '2027-08-31'],
    [64, '2027-06-30'],
  ])('and what it was about changes again (to %d)', async (memory, target) => {
    const deployment = await startDeployment(landscape, `Changed again to ${memory}`, {
      ...{ Total_Memory_GB__c: 64, Target_Completion__c: '2027-06-30' },
    });
    await landscape.cycle();
    const change = async (fields: Record<string, string | number>): Promise<void> =>
      landscape.admin.update(REQUEST, deployment.id, fields);
    await change({ Total_Memory_GB__c: 96, Target_Completion__c: '2027-07-31' });
    landscape.vitally.faults.add({ fault: { kind: 'replyLost' }, method: 'PUT', path: '/accounts/' });
    expect((await landscape.cycle()).failures).toHaveProperty('vitally');
    landscape.vitally.faults.clear();
    landscape.restart();
    await change({ Total_Memory_GB__c: memory, Target_Completion__c: target });
    await landscape.cycle();

    expect(await readTraits(landscape, deployment.accountId)).toMatchObject({
      [SHARED_TRAITS.totalMemoryGb]: memory,
      [TRAITS.targetCompletion]: target,
    });
    await expectQuiet();
  });

  test('and the list tells of it late', async () => {
    landscape.vitally.answer({ listed: 'later' });
    const deployment = await startDeployment(landscape, 'Late list');
    landscape.vitally.faults.add({ fault: { kind: 'replyLost' }, method: 'POST', path: '/projects$', times: 1 });
    await landscape.cycle();
    await landscape.cycle();
    landscape.vitally.answer({ listed: 'atOnce' });
    landscape.passTime(3 * MINUTE);
    await landscape.cycle();

    expect(await listVitally(landscape, deployment, 'projects')).toHaveLength(1);
    expect(await subjects(deployment)).toEqual(['selected for implementation']);
  });

  // Seed 5000552 of all sides.
  test.each(['replyLost', 'reset'] as const)('(%s) and what it told of is gone before anybody looked', async (kind) => {
    const deployment = await startDeployment(landscape, `Gone ${kind}`);
    await landscape.cycle();
    const update = await addUpdate(deployment, 'Taken back');
    landscape.vitally.answer({ listed: 'later' });
    landscape.vitally.faults.add({ fault: { kind }, method: 'POST', path: '/notes$', times: 1 });
    expect((await landscape.cycle()).failures).toHaveProperty('vitally');
    landscape.restart();
    await landscape.admin.remove('Status_Update__c', update);
    await landscape.cycle();
    landscape.vitally.answer({ listed: 'atOnce' });
    landscape.passTime(3 * MINUTE);
    await landscape.cycle();

    expect(await subjects(deployment)).toEqual(['selected for implementation']);
    await expectQuiet();
  });

  test('and the whole memory with it', async () => {
    const deployment = await startDeployment(landscape, 'Forgotten', { Target_Completion__c: '2027-06-30' });
    await addUpdate(deployment, 'Up');
    await landscape.cycle();
    const before = await listVitally(landscape, deployment, 'notes');
    await landscape.forget();

    expect(await landscape.cycle()).toMatchObject({ traits: 0, failures: {} });
    expect(await listVitally(landscape, deployment, 'notes')).toEqual(before);
  });
});

test.each([
  { unknownId: 'badRequest', errorBody: 'message', created: 'created', deleted: 'ok' },
  { unknownId: 'badRequest', errorBody: 'statusCode', duplicateNote: 'reject', undefinedTrait: 'dropped' },
] as const)('works whichever undocumented answers Vitally gives: %j', async (answers) => {
  landscape.vitally.answer(answers);
  const name = `Answers ${JSON.stringify(answers).length}`;
  const deployment = await startDeployment(landscape, name, { isInVitally: false });
  const update = await addUpdate(deployment, 'Up');
  expect(await landscape.cycle()).toMatchObject({ failures: {} });
  expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Waiting_For_Account');

  landscape.vitally.addAccount({ externalId: deployment.accountId, name });
  landscape.passTime(10 * MINUTE);
  await landscape.admin.remove('Status_Update__c', update);
  await landscape.cycle();

  expect(await subjects(deployment)).toEqual(['selected for implementation']);
  expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Mirrored');
  await expectQuiet();
});

test.each(['dropped', 'refused'] as const)(
  'a trait that nobody set up (%s) keeps no other from arriving, and arrives once it is set up',
  async (undefinedTrait) => {
    const missing = 'vitally.custom.implementationEngineer';
    landscape.vitally.answer({ undefinedTrait });
    landscape.vitally.leaveOut([missing]);
    const deployment = await startDeployment(landscape, `Missing ${undefinedTrait}`, { Total_CPU__c: 8 });
    expect((await landscape.cycle()).failures).toEqual({});
    const traits = await readTraits(landscape, deployment.accountId);
    expect(traits).toMatchObject({ [SHARED_TRAITS.totalCpu]: 8 });
    expect(traits).not.toHaveProperty([missing]);
    expect(await subjects(deployment)).toEqual(['selected for implementation']);
    await expectQuiet();

    landscape.vitally.leaveOut([]);
    landscape.passTime(DAY);
    await landscape.cycle();
    expect(await readTraits(landscape, deployment.accountId)).toMatchObject({ [missing]: 'Igor Novak' });
    await expectQuiet();
  },
);

test('when Vitally asks for patience, the rest is told later and nothing twice', async () => {
  const deployment = await startDeployment(landscape, 'Patience');
  landscape.vitally.faults.add({
    fault: { kind: 'status', status: 429, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '30' } },
    ...{ method: 'POST', path: '/notes$', times: 1 },
  });

  expect((await landscape.cycle()).failures['vitally']).toMatch(/429/);
  expect(await landscape.cycle()).toMatchObject({ calls: { vitally: 0 } });
  landscape.passTime(31_000);
  expect((await landscape.cycle()).failures).toEqual({});
  expect(await subjects(deployment)).toEqual(['selected for implementation']);
});

test('what Vitally refuses is said on the request and its link', async () => {
  const deployment = await startDeployment(landscape, 'Refused');
  const link = await addLink(deployment);
  landscape.vitally.faults.add({ fault: { kind: 'status', status: 422 }, method: 'POST', path: '/notes$' });
  await landscape.cycle();

  expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Refused');
  expect(await ofLink(link)).toMatchObject({ Mirror_State__c: 'Refused', Mirrored_On__c: null });
  landscape.vitally.faults.clear();
  landscape.passTime(10 * MINUTE);
  await landscape.cycle();
  expect(await ofLink(link)).toMatchObject({ Mirror_State__c: 'Mirrored' });
});

describe('a customer', () => {
  test('whose account appears ten days late is told of everything, once', async () => {
    const deployment = await startDeployment(landscape, 'Late', { isInVitally: false, Total_CPU__c: 16 });
    const link = await addLink(deployment);
    await landscape.cycle();

    expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Waiting_For_Account');
    expect(await ofLink(link)).toMatchObject({ Mirror_State__c: 'Waiting' });
    expect(await ofRequest(deployment, 'Documents_In_Vitally__c')).toBe('Pending');
    landscape.passTime(10 * DAY);
    await landscape.cycle();
    landscape.vitally.addAccount({ externalId: deployment.accountId, name: 'Late' });
    landscape.passTime(10 * MINUTE);
    expect((await landscape.cycle()).failures).toEqual({});

    expect(await subjects(deployment)).toEqual(['documents', 'selected for implementation']);
    expect(await readTraits(landscape, deployment.accountId)).toMatchObject({ [SHARED_TRAITS.totalCpu]: 16 });
    expect(await ofLink(link)).toMatchObject({ Mirror_State__c: 'Mirrored' });
    await expectQuiet();
  });

  test('that is known by the id on the Account is never looked for by name', async () => {
    const deployment = await startDeployment(landscape, 'Named', { isInVitally: false });
    landscape.vitally.addAccount({ externalId: 'other-id', name: 'Named' });
    await landscape.cycle();
    expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Waiting_For_Account');

    await landscape.admin.update('Account', deployment.accountId, { Vitally_Account_Id__c: 'other-id' });
    await landscape.cycle();
    expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Mirrored');
    expect(await readTraits(landscape, 'other-id')).toMatchObject({
      'vitally.custom.implementationRequest': deployment.number,
    });
  });

  test('whose account was merged into another is told of everything there, once', async () => {
    const deployment = await startDeployment(landscape, 'Merged', {
      Total_CPU__c: 16,
      Target_Completion__c: '2027-06-30',
    });
    const link = await addLink(deployment);
    await landscape.cycle();
    const before = await subjects(deployment);
    landscape.vitally.mergeAccount(deployment.accountId);
    await as(landscape, 'igor').update(REQUEST, deployment.id, { Total_CPU__c: 4 });
    await landscape.cycle();
    landscape.passTime(3 * MINUTE);
    expect((await landscape.cycle()).failures).toEqual({});

    expect(before).toEqual(['documents', 'selected for implementation']);
    expect(await subjects(deployment)).toEqual(before);
    expect(await listVitally(landscape, deployment, 'projects')).toHaveLength(1);
    const tasks = await listVitally(landscape, deployment, 'tasks');
    expect(tasks.filter(({ externalId }) => externalId !== null)).toHaveLength(1);
    expect(await readTraits(landscape, deployment.accountId)).toMatchObject({ [SHARED_TRAITS.totalCpu]: 4 });
    expect(await ofLink(link)).toMatchObject({ Mirror_State__c: 'Mirrored' });
    await expectQuiet();
  });

  // Seeds 7000580 and 7000719 of all sides.
  test.each([
    ['reject', 'revived'],
    ['conflict', 'reject'],
    ['upsert', 'free'],
  ] as const)(
    'that loses a request to another and gets it back (%s, %s)',
    async (duplicateNote, archivedExternalId) => {
      landscape.vitally.answer({ duplicateNote, archivedExternalId });
      const one = await startDeployment(landscape, `Loses ${duplicateNote}`);
      const other = await startDeployment(landscape, `Gains ${duplicateNote}`);
      await addLink(one);
      const moveTo = async ({ accountId }: Deployment, name: string): Promise<void> => {
        const deal = { Name: name, AccountId: accountId, StageName: 'Closed Won', CloseDate: '2026-11-01' };
        const Opportunity__c = await landscape.admin.create('Opportunity', deal);
        await landscape.admin.update(REQUEST, one.id, { Account__c: accountId, Opportunity__c });
        expect((await landscape.cycle()).failures).toEqual({});
      };
      const documentsOf = async (deployment: Deployment): Promise<number> =>
        (await subjects(deployment)).filter((subject) => String(subject).endsWith('documents')).length;
      await landscape.cycle();
      await moveTo(other, 'There');
      const there = [await documentsOf(one), await documentsOf(other)];
      await moveTo(one, 'And back');

      expect(there).toEqual([0, 1]);
      expect([await documentsOf(one), await documentsOf(other)]).toEqual([1, 0]);
      await expectQuiet();
    },
  );

  test.each([
    ['churned', { traits: { churnedAt: '2026-11-01' } }, 'PUT'],
    ['was removed', undefined, 'DELETE'],
  ])('that %s is said to be inactive and left alone for a day', async (name, body, method) => {
    const deployment = await startDeployment(landscape, `Customer that ${name}`);
    await landscape.cycle();
    await askVitally(landscape, `accounts/${deployment.accountId}`, method, body);
    await as(landscape, 'igor').update(REQUEST, deployment.id, { Total_CPU__c: 4 });
    expect((await landscape.cycle()).failures).toEqual({});

    expect(await ofRequest(deployment, 'Vitally_State__c')).toBe('Not_Active');
    await landscape.cycle();
    landscape.passTime(60 * MINUTE);
    const before = landscape.vitally.requests.list().filter(({ path }) => path.includes(deployment.accountId)).length;
    await landscape.cycle();
    const after = landscape.vitally.requests.list().filter(({ path }) => path.includes(deployment.accountId)).length;
    expect(after).toBe(before);
  });
});

test('the Technical Advisor’s correction stays, while Salesforce goes on writing what nobody touched', async () => {
  const deployment = await startDeployment(landscape, 'Corrected by hand', { Total_Memory_GB__c: 64, Total_CPU__c: 8 });
  await landscape.cycle();
  await fetch(`${landscape.vitally.url}/accounts/${deployment.accountId}/traits`, {
    method: 'POST',
    body: new URLSearchParams({ path: SHARED_TRAITS.totalMemoryGb, value: '128' }),
  });
  await as(landscape, 'igor').update(REQUEST, deployment.id, { Total_Memory_GB__c: 96, Total_CPU__c: 16 });
  await landscape.cycle();

  expect(await readTraits(landscape, deployment.accountId)).toMatchObject({
    [SHARED_TRAITS.totalMemoryGb]: 128,
    [SHARED_TRAITS.totalCpu]: 16,
  });
});
