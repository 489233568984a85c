import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import { bootOrg, closeOrgs, create, START, stored, userNamed, writeOne } from '../data/booted-org.ts';
import { fields, filters } from '../flow/flow-xml.ts';
import { ruleFile, withSource } from '../schema/source-folder.ts';
import { NOTIFY, roomFlow, ROOMS } from './flow-source.ts';

afterEach(closeOrgs);

const DAY = 24 * 60 * 60 * 1000;

const OPEN = filters([['State__c', 'EqualTo', 'Open']]);

function threeDaysBefore(target: string): string {
  return `<scheduledPaths><name>Soon</name><label>Soon</label><connector><targetReference>${target}</targetReference></connector><offsetNumber>-3</offsetNumber><offsetUnit>Days</offsetUnit><recordField>Due__c</recordField><timeSource>RecordField</timeSource></scheduledPaths>`;
}

/** Tells the owner three days before an open room is due. */
const REMINDER = { ...ROOMS, ...roomFlow({ start: OPEN + threeDaysBefore('Find_Type'), body: NOTIFY }) };

function sent(org: LocalOrg): string[] {
  return org.messagesSince(0).map(({ at, title }) => `${at} ${title}`);
}

test('a path runs when the clock reaches its time, once', async () => {
  const { org, admin, clock } = await bootOrg(REMINDER);
  create(org, admin, 'Room__c', { Name: 'Blue', Due__c: '2026-12-01' });

  clock.advance(5 * DAY);
  expect(sent(org)).toEqual([]);
  clock.advance(DAY);
  clock.advance(30 * DAY);

  expect(sent(org)).toEqual(['2026-11-28T10:00:00.750Z Blue']);
});

test('a path moves with the date that it hangs on', async () => {
  const { org, admin, clock } = await bootOrg(REMINDER);
  const id = create(org, admin, 'Room__c', { Name: 'Blue', Due__c: '2026-12-01' });
  writeOne(org, admin, { kind: 'update', object: 'Room__c', id, values: { Due__c: '2026-12-11' } });

  clock.advance(15 * DAY);
  expect(sent(org)).toEqual([]);
  clock.advance(DAY);

  expect(sent(org)).toEqual(['2026-12-08T10:00:00.750Z Blue']);
});

test('a path is dropped with the record or with what started it', async () => {
  const { org, admin, clock } = await bootOrg(REMINDER);
  const [closed, deleted] = ['Closed', 'Deleted'].map((Name) =>
    create(org, admin, 'Room__c', { Name, Due__c: '2026-12-01' }),
  ) as [string, string];
  writeOne(org, admin, { kind: 'update', object: 'Room__c', id: closed, values: { State__c: 'Closed' } });
  writeOne(org, admin, { kind: 'delete', object: 'Room__c', id: deleted });

  clock.advance(30 * DAY);

  expect(sent(org)).toEqual([]);
});

test('a path that waits is still there after a restart', async () => {
  const state = mkdtempSync(join(tmpdir(), 'groundwork-state-'));
  try {
    const first = await boot(state, START);
    create(first, userNamed(first, 'adi@groundwork.example'), 'Room__c', { Name: 'Blue', Due__c: '2026-12-01' });
    first.close();

    const clock = new VirtualClock({ frozenAt: START });
    const second = await boot(state, START, clock);
    clock.advance(7 * DAY);

    expect(sent(second)).toEqual(['2026-11-29T10:00:00.750Z Blue']);
    second.close();
  } finally {
    rmSync(state, { recursive: true });
  }
});

test('a path that became due while nothing ran is run by the next start', async () => {
  const state = mkdtempSync(join(tmpdir(), 'groundwork-state-'));
  try {
    const first = await boot(state, START);
    create(first, userNamed(first, 'adi@groundwork.example'), 'Room__c', { Name: 'Blue', Due__c: '2026-12-01' });
    first.close();

    const second = await boot(state, new Date('2027-01-01T00:00:00.000Z'));

    expect(sent(second)).toEqual(['2027-01-01T00:00:00.000Z Blue']);
    second.close();
  } finally {
    rmSync(state, { recursive: true });
  }
});

test('an asynchronous path runs by itself once the save is committed, and knows what the record was', async () => {
  const after = `<scheduledPaths><connector><targetReference>Note</targetReference></connector><pathType>AsyncAfterCommit</pathType></scheduledPaths>`;
  const note = `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>${fields({ Note__c: 'Was {!$Record__Prior.State__c}' })}</recordUpdates>`;
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ on: 'Update', start: filters([['State__c', 'IsChanged', true]]) + after, body: note }),
  });
  const id = create(org, admin, 'Room__c', { Name: 'Blue' });
  writeOne(org, admin, { kind: 'update', object: 'Room__c', id, values: { State__c: 'Closed' } });
  expect(stored(org, 'Room__c', id)).toMatchObject({ Note__c: null });

  await new Promise<void>((resolve) => org.onChange(resolve));

  expect(stored(org, 'Room__c', id)).toMatchObject({ Note__c: 'Was Open' });
});

test('a path planned in a write that is undone does not run', async () => {
  const { org, admin, clock } = await bootOrg(REMINDER);
  org.write(
    admin,
    [
      { kind: 'insert', object: 'Room__c', values: { Name: 'Blue', Due__c: '2026-12-01' } },
      { kind: 'insert', object: 'Room__c', values: { Name: 'Red', State__c: 'Nope' } },
    ],
    { allOrNone: true },
  );

  clock.advance(30 * DAY);

  expect(sent(org)).toEqual([]);
});

test('a path that fails is undone and told to the administrator; the others of its batch run', async () => {
  const close = `<recordUpdates><name>Close</name><inputReference>$Record</inputReference>${fields({ State__c: 'Closed' })}</recordUpdates>`;
  const { org, admin, clock } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Room__c', 'Stays', 'AND(Name = "Red", ISPICKVAL(State__c, "Closed"))', 'Red stays.'),
    ...roomFlow({ start: OPEN + threeDaysBefore('Close'), body: close }),
  });
  const [blue, red] = ['Blue', 'Red'].map((Name) => create(org, admin, 'Room__c', { Name, Due__c: '2026-12-01' })) as [
    string,
    string,
  ];

  clock.advance(30 * DAY);

  expect(stored(org, 'Room__c', blue)).toMatchObject({ State__c: 'Closed' });
  expect(stored(org, 'Room__c', red)).toMatchObject({ State__c: 'Open' });
  expect(org.messagesSince(0)).toMatchObject([
    {
      kind: 'flowError',
      recipients: [{ id: admin.id, name: 'Adi Sharma' }],
      title: 'Error Occurred During Flow "Test Flow"',
      targetId: red,
    },
  ]);
});

test('a path that sets itself off for the same moment is stopped', async () => {
  const touch = `<recordUpdates><name>Touch</name><inputReference>$Record</inputReference>${fields({ Note__c: 'Touched' })}</recordUpdates>`;
  const { org, admin, clock } = await bootOrg({
    ...ROOMS,
    ...roomFlow({ start: OPEN + threeDaysBefore('Touch'), body: touch }),
  });
  const id = create(org, admin, 'Room__c', { Name: 'Blue', Due__c: '2026-12-01' });

  clock.advance(30 * DAY);

  expect(stored(org, 'Room__c', id)).toMatchObject({ Note__c: 'Touched' });
  expect(org.messagesSince(0).map(({ body }) => body)).toEqual([
    'A scheduled path set itself off again for the same moment.',
  ]);
});

async function boot(state: string, at: Date, clock = new VirtualClock({ frozenAt: at })): Promise<LocalOrg> {
  return withSource(REMINDER, (source) => createOrg({ source, state, clock }));
}
