import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../emulators/salesforce/create-org.ts';
import { fingerprint } from '../../../../emulators/salesforce/kept-boot/index.ts';
import { component, TICKETS, writeSource } from './schema/source-folder.ts';

const NOON = new Date('2026-11-22T12:00:00.000Z');
const HOUR = 60 * 60 * 1000;

let folder: string;
let source: string;
let cache: string;
let plan: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-kept-boot-'));
  source = join(folder, 'source');
  cache = join(folder, 'cache');
  plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify([{ files: ['accounts.json'] }]));
  writeAccounts('Acme');
  writeSource(source, TICKETS);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function writeAccounts(Name: string): void {
  const records = [{ attributes: { type: 'Account', referenceId: 'first' }, Name }];
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ records }));
}

/** Boots an org at this time and lends it. */
async function boot<Result>(at: Date, work: (org: LocalOrg) => Result): Promise<Result> {
  const org = await createOrg({ source, data: plan, cache, clock: new VirtualClock({ frozenAt: at }) });
  try {
    return work(org);
  } finally {
    org.close();
  }
}

function later(hours: number): Date {
  return new Date(NOON.getTime() + hours * HOUR);
}

function account(org: LocalOrg): { Name: unknown; CreatedDate: unknown } {
  const [row] = org.database.prepare('SELECT Name, CreatedDate FROM Account').all();
  return { Name: row?.['Name'], CreatedDate: row?.['CreatedDate'] };
}

function contents({ schema, people, pages, analytics, database, ...org }: LocalOrg): unknown {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${String(name)}"`).all()]);
  return structuredClone({ objects: schema.objects, people, pages, analytics, rows, source: org.source() });
}

function keptFile(kind = 'org'): string {
  const file = readdirSync(cache).find((name) => name.endsWith(`.${kind}`));
  if (file === undefined) throw new Error('Nothing is kept');
  return join(cache, file);
}

test('an org is restored as it was booted, and goes on from there', async () => {
  const first = await boot(NOON, contents);

  await boot(later(1), (org) => {
    expect(contents(org)).toEqual(first);
    const user = org.findUser('adi@groundwork.example');
    if (user === undefined) throw new Error('Expected the administrator');
    const values = { Name: 'Globex' };
    const [result] = org.write(user, [{ kind: 'insert', object: 'Account', values }], { allOrNone: true });

    expect(result).toMatchObject({ success: true, errors: [] });
    expect(org.database.prepare('SELECT Name FROM Account ORDER BY Id').all()).toEqual([
      { Name: 'Acme' },
      { Name: 'Globex' },
    ]);

    org.reset();

    expect(account(org)).toEqual({ Name: 'Acme', CreatedDate: '2026-11-22T13:00:00.000Z' });
  });
});

test('what was booted is not taken by another day, nor by an earlier hour', async () => {
  await boot(NOON, () => undefined);

  expect(await boot(later(11), account)).toMatchObject({ CreatedDate: '2026-11-22T12:00:00.000Z' });
  expect(await boot(later(-1), account)).toMatchObject({ CreatedDate: '2026-11-22T11:00:00.000Z' });
  expect(await boot(later(12), account)).toMatchObject({ CreatedDate: '2026-11-23T00:00:00.000Z' });
});

test('another day takes what was compiled of the source, and plans its flows from then on', async () => {
  const schedule =
    '<schedule><frequency>Daily</frequency><startDate>2026-11-01</startDate><startTime>09:00:00.000Z</startTime></schedule>';
  const elements = `<apiVersion>66.0</apiVersion><label>Daily</label><processType>AutoLaunchedFlow</processType><status>Active</status><start><connector><targetReference>Act</targetReference></connector>${schedule}<triggerType>Scheduled</triggerType></start><recordCreates><name>Act</name><object>Account</object><inputAssignments><field>Name</field><value><stringValue>Daily</stringValue></value></inputAssignments></recordCreates>`;
  writeSource(source, { ...TICKETS, 'flows/Daily.flow-meta.xml': component('Flow', elements) });
  const planned = ({ database }: LocalOrg): unknown => database.prepare('SELECT at FROM _flow_schedule').all();
  const schemaOf = (org: LocalOrg): unknown => structuredClone(org.schema.objects);
  await boot(NOON, () => undefined);
  const kept = keptFile('source');
  const before = readFileSync(kept);
  const anew = await boot(NOON, schemaOf);

  await boot(later(7 * 24), (org) => {
    expect(planned(org)).toEqual([{ at: '2026-11-30T09:00:00.000Z' }]);
    expect(account(org)).toEqual({ Name: 'Acme', CreatedDate: '2026-11-29T12:00:00.000Z' });
    expect(schemaOf(org)).toEqual(anew);
  });
  expect(readFileSync(kept).equals(before)).toBe(true);
  expect(await boot(later(-7 * 24), planned)).toEqual([{ at: '2026-11-16T09:00:00.000Z' }]);
});

test('edited sample data is loaded anew', async () => {
  await boot(NOON, () => undefined);
  writeAccounts('Initech');

  expect(await boot(later(1), account)).toEqual({ Name: 'Initech', CreatedDate: '2026-11-22T13:00:00.000Z' });
});

test('edited source is read anew, and source that does not boot does not boot', async () => {
  const title = (elements: string): void => {
    const text = component('CustomField', `<fullName>Title__c</fullName><label>Heading</label>${elements}`);
    writeSource(source, { ...TICKETS, 'objects/Ticket__c/fields/Title__c.field-meta.xml': text });
  };
  await boot(NOON, () => undefined);
  title('<type>Text</type><length>80</length>');

  expect(await boot(NOON, ({ schema }) => schema.findObject('Ticket__c')?.fields.get('Title__c')?.label)).toBe(
    'Heading',
  );

  title('<type>Text</type><formula>Nothing__c</formula>');

  await expect(boot(NOON, () => undefined)).rejects.toThrow('Nothing__c');
  await expect(boot(NOON, () => undefined)).rejects.toThrow('Nothing__c');
});

test('a broken file is passed over', async () => {
  await boot(NOON, () => undefined);
  const whole = readFileSync(keptFile());
  for (const broken of [whole.subarray(0, whole.length / 2), Buffer.alloc(0), Buffer.from(whole).fill(0, 100, 200)]) {
    writeFileSync(keptFile(), broken);

    expect(await boot(later(1), account)).toEqual({ Name: 'Acme', CreatedDate: '2026-11-22T13:00:00.000Z' });
  }
});

test('code, source, files and facts each count in the fingerprint', () => {
  const code = join(folder, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'one.ts'), 'first');
  const inputs = { code: [code], source: new Map(), files: [plan], facts: 1 };
  const before = fingerprint(inputs);

  expect(fingerprint(inputs)).toBe(before);
  expect(fingerprint({ ...inputs, facts: 2 })).not.toBe(before);
  expect(fingerprint({ ...inputs, files: [] })).not.toBe(before);
  expect(fingerprint({ ...inputs, source: new Map([['a', Buffer.from('b')]]) })).not.toBe(before);

  writeFileSync(join(code, 'one.ts'), 'other');

  expect(fingerprint(inputs)).not.toBe(before);
});
