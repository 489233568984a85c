import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import { fieldFile, objectFile, TICKETS, withSource, type SourceFiles } from '../schema/source-folder.ts';
import { create, stored, userNamed } from './booted-org.ts';

let state: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'groundwork-state-'));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

async function boot<Result>(files: SourceFiles, work: (org: LocalOrg) => Result): Promise<Result> {
  const org = await withSource(files, (source) => createOrg({ source, state, clock: new VirtualClock() }));
  try {
    return work(org);
  } finally {
    org.close();
  }
}

test('a second boot finds the records, goes on counting and has the same users', async () => {
  const first = await boot(TICKETS, (org) => {
    const admin = userNamed(org, 'adi@groundwork.example');
    return { people: org.people, id: create(org, admin, 'Ticket__c', { Title__c: 'A' }) };
  });

  await boot(TICKETS, (org) => {
    const next = create(org, userNamed(org, 'adi@groundwork.example'), 'Ticket__c', { Title__c: 'B' });

    expect(org.people).toEqual(first.people);
    expect(stored(org, 'Ticket__c', first.id)).toMatchObject({ Name: 'T-0001' });
    expect(stored(org, 'Ticket__c', next)).toMatchObject({ Name: 'T-0002' });
  });
});

test('a new field gets a column and a new object a prefix of its own', async () => {
  const id = await boot(TICKETS, (org) =>
    create(org, userNamed(org, 'adi@groundwork.example'), 'Ticket__c', { Title__c: 'A' }),
  );
  const added = {
    ...fieldFile('Ticket__c', 'Blocked__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
    ...objectFile('Area__c', '<label>Area</label><nameField><label>Name</label><type>Text</type></nameField>'),
  };

  await boot({ ...TICKETS, ...added }, (org) => {
    expect(stored(org, 'Ticket__c', id)).toMatchObject({ Title__c: 'A', Blocked__c: 0 });
    expect(org.schema.objectOfId(id)?.name).toBe('Ticket__c');
    expect(org.schema.findObject('Area__c')?.keyPrefix).toBe('a02');
  });
});

test('a reset forgets the records and starts the numbers again', async () => {
  await boot(TICKETS, (org) => {
    const id = create(org, userNamed(org, 'adi@groundwork.example'), 'Ticket__c', { Title__c: 'A' });

    org.reset();

    expect(stored(org, 'Ticket__c', id)).toBeUndefined();
    expect(create(org, userNamed(org, 'adi@groundwork.example'), 'Ticket__c', { Title__c: 'B' })).toBe(id);
  });
});
