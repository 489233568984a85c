import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../sync/clock.ts';
import { fileRequest, HALCYON, NORTHWIND, type Filed } from './support/file-request.ts';
import { openSession, type Session } from './support/salesforce-session.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readThread } from './support/vendors.ts';

let landscape: Landscape;
let lead: Session;

beforeAll(async () => {
  landscape = await startLandscape();
  lead = openSession(landscape.salesforce, 'ines@groundwork.example');
  await landscape.cycle();
});

afterAll(() => landscape.close());

async function file(opportunity = NORTHWIND): Promise<Filed> {
  const filed = await fileRequest(landscape.admin, opportunity);
  await landscape.cycle();
  return filed;
}

async function qualify({ id }: Filed, nextSteps = 'Call on Monday'): Promise<void> {
  await lead.update('Implementation_Request__c', id, { Status__c: 'In_Triage' });
  await lead.update('Implementation_Request__c', id, {
    ...{
      Status__c: 'Qualified',

      Decision_Reason__c: 'Fits_Priorities',
      Next_Steps__c: nextSteps,
    },
  });
}

function idOf(name: string): string {
  const found = landscape.slack.people.find((person) => person.name === name);
  if (found === undefined) throw new RangeError(`There is no ${name}`);
  return found.id;
}

test('a decision stands in the thread once, with AE and CE mentioned by their own ids', async () => {
  const filed = await file();
  await qualify(filed);
  await landscape.cycle();
  await landscape.cycle();

  const { root, replies } = await readThread(landscape, filed.id);
  expect(root.text).toContain('Qualified');
  const decisions = replies.filter(({ text }) => text.startsWith('Decision: Qualified'));
  expect(decisions.map(({ text }) => text)).toEqual([
    `Decision: Qualified · AE <@${idOf('Ana Ruiz')}> · CE <@${idOf('Chen Wei')}>`,
  ]);
});

test.each(['replyLost', 'reset'] as const)(
  'a decision is told once when its reply is broken off (%s)',
  async (kind) => {
    const filed = await file();
    await qualify(filed);
    landscape.slack.faults.add({ fault: { kind }, path: 'chat.postMessage' });
    expect((await landscape.cycle()).failures).toHaveProperty('slack');
    landscape.slack.faults.clear();
    landscape.restart();
    await landscape.cycle();

    const { replies } = await readThread(landscape, filed.id);
    expect(replies.filter(({ text }) => text.startsWith('Decision'))).toHaveLength(1);
  },
);

test('a decision that fell while the memory was lost is told, and one from before is not told again', async () => {
  const before = await file();
  await qualify(before);
  const during = await file(HALCYON);
  await landscape.cycle();
  await qualify(during);
  await landscape.forget();
  await landscape.cycle();

  for (const { id } of [before, during]) {
    const { replies } = await readThread(landscape, id);
    expect(replies.filter(({ text }) => text.startsWith('Decision'))).toHaveLength(1);
  }
});

test('an address that Slack does not know costs the mention only, and is asked for once', async () => {
  const filed = await file();
  await landscape.admin.update(
    'User',
    String((await landscape.admin.query("SELECT Id FROM User WHERE Name = 'Chen Wei'"))[0]?.['Id']),
    {
      Email: 'elsewhere@groundwork.example',
    },
  );
  await qualify(filed);
  landscape.passTime(25 * HOUR);
  await landscape.cycle();

  const { replies } = await readThread(landscape, filed.id);
  expect(replies.find(({ text }) => text.startsWith('Decision'))?.text).toMatch(/ · CE Chen Wei$/);
});

test('text from a record pings nobody, links nowhere and is cut before Slack does', async () => {
  const filed = await file();
  const nasty = `<!channel> <https://evil.example|Sign in> <script>alert(1)</script> javascript:alert(1) ${'long '.repeat(800)}`;
  await qualify(filed, nasty.slice(0, 4000));
  await landscape.cycle();

  const page = await (await fetch(landscape.slack.url)).text();
  expect(page).not.toMatch(/Notified everyone|<script>alert|href="(https:\/\/evil|javascript)/);
  expect(page).toContain('&lt;!channel&gt;');
  expect(page).toContain('(cut; the whole text is in Salesforce)');
});

test('a failing Slack loses no decision: it waits for its turn', async () => {
  const filed = await file();
  await qualify(filed);
  landscape.slack.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '120' } } });
  await landscape.cycle();
  landscape.slack.faults.clear();
  landscape.passTime(MINUTE);
  expect((await landscape.cycle()).failures['slack']).toMatch(/no calls until/);
  landscape.passTime(2 * MINUTE);
  await landscape.cycle();

  const { replies } = await readThread(landscape, filed.id);
  expect(replies.filter(({ text }) => text.startsWith('Decision'))).toHaveLength(1);
});
