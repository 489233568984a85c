import { expect, test } from '@jest/globals';
import { createRandom } from '../../../../emulators/core/index.ts';
import { toCustomer, type BacklogEntry, type Delivery } from '../../../../sync/mapping/index.ts';
import { buildDelivery, buildEntry } from '../support/build-entry.ts';

const STATUSES = ['In_Triage', 'Qualified', 'Selected', 'In_Deployment', 'Deployment_Complete', 'Closed_Handed_Off'];

function inStatus(value: string, delivery: Partial<Delivery> = {}): BacklogEntry {
  return buildEntry({ status: { value, label: value }, delivery: buildDelivery(delivery) });
}

function activities(entry: BacklogEntry, options: { isCatchingUp?: boolean; projectTemplateId?: string } = {}) {
  return toCustomer([entry], { isCatchingUp: false, ...options }).activities;
}

function keys(entry: BacklogEntry, options = {}): string[] {
  return activities(entry, options)
    .filter(({ begins }) => begins)
    .map(({ key }) => key.replace(`groundwork-${entry.id}-${entry.accountId}-`, ''));
}

const UPDATE = {
  id: 'a05',
  on: '2026-12-01',
  health: 'Green',
  percentComplete: 40,
  summary: 'Up',
  risks: null,
  next: '',
};
const COMPLETE = {
  ...{ selectedOn: '2026-11-01', kickoffOn: '2026-11-10', completedOn: '2026-12-20', pullInDue: '2026-12-01' },
  updates: [UPDATE],
  documents: [{ id: 'a06', type: 'Runbook', title: 'Runbook', url: 'https://docs.example/run', isForVitally: true }],
  confirmations: [
    { key: 'TA_OK', dueOn: '2026-12-24', isSettled: false },
    { key: 'SUPPORT_OK', dueOn: '2026-12-24', isSettled: true },
  ],
};

test('each milestone is a note of its own, from the selection on', () => {
  expect(keys(inStatus('In_Triage'))).toEqual([]);
  expect(keys(inStatus('Selected', { selectedOn: '2026-11-01' }))).toEqual(['selected']);
  expect(keys(inStatus('Deployment_Complete', COMPLETE))).toEqual([
    ...['selected', 'kickoff', 'a05', 'documents', 'complete', 'confirm-advisor'],
  ]);
});

test('what is closed gets nothing new, unless the customer was waited for', () => {
  expect(keys(inStatus('Closed_Handed_Off', COMPLETE))).toEqual([]);
  expect(keys(inStatus('Closed_Handed_Off', COMPLETE), { isCatchingUp: true })).toContain('complete');
});

test('history stays when a deployment is stopped', () => {
  const stopped = activities(inStatus('Cancelled', COMPLETE)).map(({ key }) => key);

  expect(stopped).toEqual(
    expect.arrayContaining([expect.stringMatching(/-selected$/), expect.stringMatching(/-a05$/)]),
  );
  expect(stopped).not.toContainEqual(expect.stringMatching(/-pull-in$/));
});

test('the task of the pull-in follows the target, rests on hold and is done with the engagement', () => {
  const task = (delivery: Partial<Delivery>) =>
    activities(inStatus('In_Deployment', delivery)).find(({ key }) => key.endsWith('-pull-in'));

  expect(task({ pullInDue: '2026-12-01', technicalAdvisorEmail: 'tara@x.example' })).toMatchObject({
    begins: true,
    assignee: 'tara@x.example',
    body: { dueDate: '2026-12-01' },
  });
  expect(task({ pullInDue: null })).toBeUndefined();
  expect(task({ pullInDue: '2026-12-01', onHold: true })).toBeUndefined();
  expect(task({ pullInDue: '2026-12-01', advisorEngagedOn: '2026-11-30' })).toMatchObject({
    begins: false,
    body: { completedAt: '2026-11-30' },
  });
});

test('a project comes only where a template is set', () => {
  const entry = inStatus('Selected', { targetCompletion: '2026-12-31' });

  expect(keys(entry, { projectTemplateId: 't1' })).toContain('project');
  expect(keys(entry)).not.toContain('project');
});

test('texts from Salesforce become neither markup nor a link that runs', () => {
  const nasty = `<script>alert(1)</script><a href="javascript:alert(1)">${'x'.repeat(100_000)}`;
  const entry = inStatus('Deployment_Complete', {
    ...COMPLETE,
    updates: [{ ...UPDATE, summary: nasty, risks: nasty }],
    machineTypes: nasty,
    documents: [
      { id: 'a06', type: null, title: nasty, url: 'https://docs.example/?a="><script>', isForVitally: true },
      { id: 'a07', type: null, title: 'Bad', url: 'javascript:alert(1)', isForVitally: true },
    ],
  });

  for (const { kind, body } of activities(entry)) {
    const markup = body[kind === 'notes' ? 'note' : 'description'] as string;
    expect(markup).not.toMatch(/<(?!\/?(?:p|ul|li|strong|br|a)\b)/);
    expect(markup).not.toMatch(/href="(?!https?:)/);
    expect(markup.length).toBeLessThan(40_000);
  }
  expect(activities(entry).flatMap(({ documents }) => documents ?? [])).toEqual(['a06']);
});

test('neither money nor triage notes nor what is said before the sale is told, whatever the requests are', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = createRandom(seed);
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  for (let round = 0; round < 300; round += 1) {
    const entries = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) =>
      buildEntry({
        id: `a0000000000000${index}AAA`,
        status: { value: pick(STATUSES), label: pick(STATUSES) },
        annualRecurringRevenue: 987_654_321,
        triageNotes: 'SECRET triage',
        additionalInformation: 'SECRET information',
        nextSteps: 'SECRET next steps',
        opportunityName: 'SECRET deal',
        stage: 'SECRET stage',
        closeDate: '1999-09-09',
        rank: 987_654,
        links: [{ title: 'SECRET link', url: 'https://secret.example' }],
        delivery: buildDelivery({
          ...(random() < 0.7 && COMPLETE),
          documents: [{ id: 'x', type: 'Design', title: 'SECRET', url: 'https://secret.example', isForVitally: false }],
        }),
      }),
    );
    const told = JSON.stringify(toCustomer(entries, { isCatchingUp: random() < 0.5, projectTemplateId: 't' }));

    expect([seed, told]).toEqual([seed, expect.not.stringMatching(/secret|987|1999/i)]);
  }
});
