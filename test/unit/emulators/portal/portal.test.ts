import { existsSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock, type Emulator } from '../../../../emulators/core/index.ts';
import { coverage, createPortal, type Places } from '../../../../emulators/portal/index.ts';

const open = new Set<Emulator>();

afterEach(async () => {
  for (const portal of open) await portal.close();
  open.clear();
});

async function start(places: Partial<Places> = {}): Promise<Emulator> {
  const portal = await createPortal({ places: () => ({ clock: new VirtualClock(), ...places }) });
  open.add(portal);
  return portal;
}

async function read(portal: Emulator): Promise<string> {
  return (await (await fetch(portal.url)).text()).replace(/\s+/g, ' ');
}

function person(alias: string, name: string, role: string): NonNullable<Places['salesforce']>['people'][number] {
  return {
    alias,
    name,
    role,
    title: `${role} of the sample`,
    username: `${alias}@groundwork.example`,
    loginPath: (retURL) => `/secur/frontdoor.jsp?sid=${alias}&retURL=${encodeURIComponent(retURL)}`,
  };
}

const EVERYTHING: Partial<Places> = {
  salesforce: {
    url: 'http://127.0.0.1:7401',
    people: [
      person('ana', 'Ana Ruiz', 'AE'),
      person('ben', 'Ben Carter', 'AE'),
      person('chen', 'Chen Wei', 'CE'),
      person('ines', 'Ines Moreau', 'IE'),
      person('val', 'Val Okafor', 'Leadership'),
      person('adi', 'Adi', 'Admin'),
      person('sync', 'Groundwork Sync', 'Integration'),
    ],
    sample: [{ opportunityId: '006A', opportunityName: 'Northwind – New', accountName: 'Northwind Logistics' }],
  },
  googleSheets: { url: 'http://127.0.0.1:7402', spreadsheetId: 'sheet1' },
  vitally: { url: 'http://127.0.0.1:7403' },
  slack: { url: 'http://127.0.0.1:7404', channel: 'C01' },
  sync: { state: 'running', everySeconds: 15, runLogUrl: 'http://127.0.0.1:7409' },
  counts: [{ what: 'requests filed', count: 3 }],
};

test('four steps lead to where each is done', async () => {
  const page = await read(await start(EVERYTHING));

  const steps = [...page.matchAll(/<li class="step card">(.*?)<\/li>/g)].map(([, step = '']) => ({
    title: /<h2>(.*?)<\/h2>/.exec(step)?.[1],
    links: [...step.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
  }));
  const backlog = 'http://127.0.0.1:7402/spreadsheets/d/sheet1/edit';
  expect(steps).toEqual([
    {
      title: 'File a request',
      links: ['/act-as/chen%40groundwork.example?to=%2Flightning%2Fr%2FOpportunity%2F006A%2Fview'],
    },
    { title: 'Watch the row', links: [backlog] },
    {
      title: 'Triage it',
      links: [backlog, '/act-as/ines%40groundwork.example?to=%2Flightning%2Fo%2FImplementation_Request__c%2Flist'],
    },
    { title: 'Hand it over', links: ['http://127.0.0.1:7403/', 'http://127.0.0.1:7404/archives/C01'] },
  ]);
});

test('shows everybody by role, the service and the counts it was told', async () => {
  const page = await read(await start(EVERYTHING));

  const roles = [...page.matchAll(/<li class="card role">.*?<h3>(.*?)<\/h3>(.*?)<\/ul>/g)].map(([, role, people]) => [
    role,
    ...[...(people ?? '').matchAll(/class="name">(.*?)</g)].map(([, name]) => name),
  ]);
  expect(roles).toEqual([
    ['Account executives', 'Ana Ruiz', 'Ben Carter'],
    ['Customer engineers', 'Chen Wei'],
    ['Implementation engineers', 'Ines Moreau'],
    ['Leadership', 'Val Okafor'],
    ['Administrator', 'Adi'],
    ['Integration', 'Groundwork Sync'],
  ]);
  expect(page).toContain('Sync is running</span> every 15 s · <a href="http://127.0.0.1:7409/">Run log</a>');
  expect(page).toContain('<strong>3</strong> requests filed');
});

test('a part that does not run is shown as such, and nothing links to it', async () => {
  const page = await read(await start());

  for (const words of [
    'Salesforce is not running',
    'Google Sheets is not running',
    'Neither Google Sheets nor Salesforce is running',
    'Neither Vitally nor Slack is running',
    'Sync is not running',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toContain('class="button');
});

test('an org without sample records says so', async () => {
  const page = await read(await start({ salesforce: { url: 'http://127.0.0.1:7401', people: [] } }));

  expect(page).toContain('This org has no sample Opportunity');
  expect(page).toContain('This org has no sample people.');
});

test('acting as someone goes through the front door of Salesforce', async () => {
  const portal = await start(EVERYTHING);

  const response = await fetch(`${portal.url}/act-as/ana%40groundwork.example?to=%2Flightning%2Fpage%2Fhome`, {
    redirect: 'manual',
  });
  const nobody = await fetch(`${portal.url}/act-as/nobody`, { redirect: 'manual' });
  const program = await fetch(`${portal.url}/act-as/sync%40groundwork.example`, { redirect: 'manual' });

  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(
    'http://127.0.0.1:7401/secur/frontdoor.jsp?sid=ana&retURL=%2Flightning%2Fpage%2Fhome',
  );
  expect(nobody.status).toBe(404);
  expect(program.status).toBe(404);
  expect(await read(portal)).not.toContain('act-as/sync');
});

test.each([
  ['day', '2026-11-23T10:00:00.000Z'],
  ['week', '2026-11-29T10:00:00.000Z'],
])('the clock moves on by a %s and the page comes back', async (step, then) => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const portal = await start({ clock });

  const response = await fetch(`${portal.url}/clock`, {
    method: 'POST',
    body: new URLSearchParams({ step }),
    redirect: 'manual',
  });

  expect(response.headers.get('location')).toBe('/#clock');
  expect(clock.now().toISOString()).toBe(then);
  expect(await read(portal)).toContain(`datetime="${then}"`);
});

const MILESTONE = { request: 'IR-00007', customer: 'Orchid', targetCompletion: '2026-12-21', callOn: '2026-11-30' };

test('the clock moves to the morning of a day that is waited for, and the page tells what came of it', async () => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const message = { kind: 'notification' as const, title: 'Call Orchid’s advisor', to: 'Tara Nwosu', targetId: null };
  const messages = [{ ...message, id: 1, title: 'Long ago' }];
  const messagesSince = (since: number) => messages.filter(({ id }) => id > since);
  const portal = await start({ clock, milestones: [MILESTONE], messagesSince });
  clock.onMove(() => messages.push({ ...message, id: 2 }));

  const before = await read(portal);
  await fetch(`${portal.url}/clock`, { method: 'POST', body: new URLSearchParams({ to: '2026-11-30' }) });
  const after = await read(portal);

  expect(before).toContain('IR-00007 · Orchid');
  expect(before).not.toContain('passed');
  expect(clock.now().toISOString()).toBe('2026-11-30T09:00:00.000Z');
  expect(after).toContain('8 days passed');
  expect(after).toContain('1 message went out.');
  expect(after).toContain('Call Orchid’s advisor');
  expect(after).not.toContain('Long ago');
});

test('days in which nobody is told anything are said to be such', async () => {
  const portal = await start({ messagesSince: () => [] });

  await fetch(`${portal.url}/clock`, { method: 'POST', body: new URLSearchParams({ step: 'day' }) });

  expect(await read(portal)).toMatch(/1 day passed.*Nobody was told anything\./);
});

test.each(['yesterday', '2026-11-22', '2026-13-01'])('the clock does not move to %s', async (to) => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const portal = await start({ clock });

  const answer = await fetch(`${portal.url}/clock`, { method: 'POST', body: new URLSearchParams({ to }) });

  expect([answer.status, clock.offsetMs]).toEqual([400, 0]);
});

test('the clock does not move by anything else', async () => {
  const clock = new VirtualClock();
  const portal = await start({ clock });

  const wrong = await fetch(`${portal.url}/clock`, { method: 'POST', body: new URLSearchParams({ step: 'year' }) });
  const empty = await fetch(`${portal.url}/clock`, { method: 'POST' });

  expect([wrong.status, empty.status]).toEqual([400, 400]);
  expect(clock.offsetMs).toBe(0);
});

test('tells open pages when there is something new to show', async () => {
  const counts = [{ what: 'requests filed', count: 0 }];
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const portal = await createPortal({ places: () => ({ clock, counts }), lookEveryMs: 1 });
  open.add(portal);
  const { body } = await fetch(`${portal.url}/_emulator/events`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();

  const opening = await reader?.read();
  counts[0] = { what: 'requests filed', count: 1 };
  const news = await reader?.read();
  await reader?.cancel();

  expect(opening?.value).toBe(': open\n\n');
  expect(news?.value).toContain('event: change');
});

test('every style and script that the page names is there', async () => {
  const portal = await start();
  const paths = [...(await read(portal)).matchAll(/(?:href|src)="(\/[^"#]+)"/g)].map(([, path = '']) => path);

  expect(paths).toContain('/_emulator/portal.js');
  for (const path of paths) expect((await fetch(`${portal.url}${path}`)).status).toBe(200);
});

test('the register lists exactly the routes that are there, and tests that exist', async () => {
  const portal = await start();

  expect(coverage.map(({ route }) => route).toSorted()).toEqual([...portal.routes].toSorted());
  for (const path of coverage.flatMap(({ testedBy }) => testedBy)) {
    expect(existsSync(new URL(`../../../${path}`, import.meta.url))).toBe(true);
  }
});
