import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from '../../../../emulators/core/index.ts';
import { hashInputs } from '../../../../emulators/lightning-experience/build/inputs.ts';
import { coverage, mountLightningExperience } from '../../../../emulators/lightning-experience/index.ts';

const source = join(import.meta.dirname, 'fixture');
const cookie = 'sid=00D!abc';
const RECORD = 'a00000000000001AAA';

let cacheDir: string;
let portal: string | undefined;
let server: Server;

beforeEach(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'lightning-'));
  const bundle = join(cacheDir, `bundle-${hashInputs(source)}`);
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'main.js'), 'compiled');
  portal = 'http://127.0.0.1:7400/';
  server = await createServer({ faultBody: () => ({}) });
  await mountLightningExperience(server.app, { source: () => source, cacheDir, portal: () => portal });
});

afterEach(async () => {
  await server.close();
  rmSync(cacheDir, { recursive: true });
});

const get = async (url: string, headers: Record<string, string> = { cookie }) => server.app.inject({ url, headers });

test('a page names the bundle of the sources as they are, and the bundle is served', async () => {
  const page = await get(`/lightning/r/Tree__c/${RECORD}/view`);
  const bundle = `/lightning/_assets/app/${hashInputs(source)}/main.js`;

  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`src="${bundle}"`);
  expect(page.body).toContain('Loading…');
  expect((await get(bundle)).body).toBe('compiled');
  expect((await get(bundle.replace('main', 'other'))).statusCode).toBe(404);
});

test('a page names what it will ask for first: data, and the files of the shell and of its components', async () => {
  const bundle = join(cacheDir, `bundle-${hashInputs(source)}`);
  const preloads = {
    shell: ['main.js', 'start.js'],
    components: { 'c:orchard': ['orchard.js'], 'c:other': ['no.js'] },
  };
  writeFileSync(join(bundle, 'preloads.json'), JSON.stringify(preloads));

  const named = async (url: string) =>
    [...(await get(url)).body.matchAll(/<link rel="(?:module)?preload"(?: as="fetch")? href="([^"]*)"/g)].map(
      ([, address = '']) => address.split('/').at(-1),
    );

  expect(await named(`/lightning/r/Tree__c/${RECORD}/view`)).toEqual([
    'userinfo',
    '_app',
    'Tree__c',
    'Tree__c',
    'main.js',
    'start.js',
  ]);
  expect(await named('/lightning/page/home')).toEqual([
    'userinfo',
    '_app',
    '_home',
    'main.js',
    'start.js',
    'orchard.js',
  ]);
});

test.each(['/lightning/page/home', '/lightning/o/Tree__c/list', `/lightning/r/Tree__c/${RECORD}/view`, `/${RECORD}`])(
  '%s sends a person without a session to the portal',
  async (url) => {
    const answer = await get(url, {});

    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('http://127.0.0.1:7400/');
  },
);

test('without a portal a person without a session is told what to do', async () => {
  portal = undefined;

  const answer = await get('/lightning/page/home', {});

  expect(answer.statusCode).toBe(401);
  expect(answer.body).toContain('Open the portal and choose a person there.');
});

test('a token is a session too', async () => {
  expect((await get('/lightning/page/home', { authorization: 'Bearer 00D!abc' })).statusCode).toBe(200);
});

test('an id alone leads to the page of its object', async () => {
  server.app.get('/services/data/v66.0/sobjects', (request) => ({
    sobjects: [
      { name: request.headers.cookie === cookie ? 'Tree__c' : 'Nobody', keyPrefix: 'a00', labelPlural: 'Trees' },
    ],
  }));

  expect((await get(`/${RECORD}`)).headers.location).toBe(`/lightning/r/Tree__c/${RECORD}/view`);
  expect((await get(`/lightning/r/${RECORD}/view`)).headers.location).toBe(`/lightning/r/Tree__c/${RECORD}/view`);
});

test('the metadata of pages is for people with a session', async () => {
  expect((await get('/lightning/_app')).json()).toMatchObject({ label: 'Orchard' });
  expect((await get('/lightning/_page/Tree__c')).json()).toMatchObject({ page: { name: 'Tree_Page' } });
  expect((await get('/lightning/_home')).json()).toMatchObject({ page: { name: 'Orchard_Home' } });
  expect((await get('/lightning/_tab/Crates')).json()).toMatchObject({ page: { name: 'Crates' } });
  expect((await get('/lightning/_tab/Nothing')).json()).toEqual({ page: null });
  expect((await get('/lightning/_app', {})).statusCode).toBe(401);
  expect((await get('/lightning/_home', {})).statusCode).toBe(401);
  expect((await get('/lightning/_page/Tree__c', {})).statusCode).toBe(401);
});

test('the app shows a person the tabs that the permission sets and their groups make visible', async () => {
  server.app.get('/services/oauth2/userinfo', () => ({ user_id: '005000000000001AAA' }));
  const sobjects = ['Account', 'Report'].map((name) => ({ name, keyPrefix: null, labelPlural: `${name}s` }));
  server.app.get('/services/data/v66.0/sobjects', () => ({ sobjects }));
  const assignments: unknown[] = [{ PermissionSet: { Name: 'Nobodys' }, PermissionSetGroup: null }];
  server.app.get('/services/data/v66.0/query', () => ({ records: assignments }));
  const tabs = async () => {
    const { navigation } = (await get('/lightning/_app')).json<{ navigation: { label?: string }[] }>();
    return navigation.flatMap(({ label }) => label ?? []);
  };

  expect(await tabs()).toEqual(['Accounts', 'Reports']);
  assignments.push({ PermissionSet: null, PermissionSetGroup: { DeveloperName: 'Pickers' } });
  expect(await tabs()).toEqual(['Accounts', 'Reports', 'Crates']);
  sobjects.pop();
  expect(await tabs()).toEqual(['Accounts', 'Crates']);
});

test.each([
  '/lightning/o/Tree__c/new?defaultFieldValues=Name=Oak',
  `/lightning/r/Tree__c/${RECORD}/edit`,
  `/lightning/r/Tree__c/${RECORD}/related/Apples__r/view`,
  '/lightning/n/Crates',
])('%s is a page of the shell', async (url) => {
  expect((await get(url)).body).toContain('id="app"');
});

test.each([
  ['/lightning/_assets/slds/styles/salesforce-lightning-design-system.min.css', 'text/css; charset=utf-8'],
  ['/lightning/_assets/font/inter-latin-wght-normal.woff2', 'font/woff2'],
  ['/lightning/_assets/slds2.css', 'text/css'],
  ['/lightning/_assets/page.css', 'text/css'],
])('serves %s', async (url, type) => {
  const answer = await get(url, {});

  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe(type);
});

test('the register lists exactly the routes that there are', () => {
  expect([...server.routes].sort()).toEqual(coverage.map(({ route }) => route).sort());
});
