import { expect, test } from '@jest/globals';
import { toSharedTraits, toTraits } from '../../../../sync/mapping/index.ts';
import { buildDelivery, buildEntry } from '../support/build-entry.ts';

const OLDER = buildEntry({ id: 'a00000000000001AAA', number: 'IR-00001', createdAt: '2026-10-01T00:00:00.000Z' });
const NEWER = buildEntry({ id: 'a0000000000000ZAAA', number: 'IR-00002', createdAt: '2026-11-01T00:00:00.000Z' });
// Ids count in capitals before small letters, which no dictionary does.
const SAME_SECOND = { ...NEWER, id: 'a0000000000000aAAA', number: 'IR-00010' };
const DEPLOYING = { value: 'In_Deployment', label: 'In Deployment' };
const CLOSED = { value: 'Withdrawn', label: 'Withdrawn' };

test('says of one request what it is and where it stands', () => {
  expect(toTraits([OLDER])).toMatchObject({
    'vitally.custom.implementationRequest': 'IR-00001',
    'vitally.custom.implementationRequestUrl':
      'https://org.example/lightning/r/Implementation_Request__c/a00000000000001AAA/view',
    'vitally.custom.implementationRequestStatus': 'In Triage',
    'vitally.custom.implementationRequestType': 'Production Deployment',
    'vitally.custom.implementationRequestStrategy': 'Jointly Managed',
    'vitally.custom.implementationRequestDeploymentMethod': 'Kubernetes (Helm)',
    'vitally.custom.implementationRequestHostingProvider': 'AWS',
    'vitally.custom.implementationRequests': 'IR-00001',
    'vitally.custom.implementationRequestPriority': 'P2',
    'vitally.custom.implementationEngineer': null,
  });
});

test.each([
  ['the newest open one', [OLDER, NEWER], 'IR-00002', 'IR-00002, IR-00001'],
  ['the later of one second', [SAME_SECOND, NEWER], 'IR-00010', 'IR-00010, IR-00002'],
  ['a running deployment', [{ ...OLDER, status: DEPLOYING }, NEWER], 'IR-00001', 'IR-00001, IR-00002'],
  ['an open one before a newer closed one', [OLDER, { ...NEWER, status: CLOSED }], 'IR-00001', 'IR-00001'],
  [
    'the newest when none is open',
    [
      { ...OLDER, status: CLOSED },
      { ...NEWER, status: CLOSED },
    ],
    'IR-00002',
    null,
  ],
])('lets %s lead', (_claim, entries, lead, all) => {
  expect(toTraits(entries)).toMatchObject({
    'vitally.custom.implementationRequest': lead,
    'vitally.custom.implementationRequests': all,
  });
});

test('deletes all of ours when the last request is gone', () => {
  expect(new Set(Object.values(toTraits([])))).toEqual(new Set([null]));
});

test('tells neither money nor triage notes', () => {
  const told = JSON.stringify(toTraits([buildEntry({ triageNotes: 'candid', annualRecurringRevenue: 987_654 })]));

  expect(told).not.toMatch(/candid|987/);
});

test('tells of the instance from the deployment on, and then as the Technical Advisor’s', () => {
  const delivery = buildDelivery({ instanceUrl: 'https://sg.example', totalMemoryGb: 64 });
  const handedOff = { value: 'Closed_Handed_Off', label: 'Closed – Handed Off' };

  expect(toSharedTraits([{ ...OLDER, delivery }])).toBeUndefined();
  expect(toSharedTraits([{ ...OLDER, delivery, status: DEPLOYING }, NEWER])).toMatchObject({
    values: {
      'vitally.custom.deploymentType': 'Kubernetes (Helm)',
      'vitally.custom.deploymentInstanceUrl': 'https://sg.example',
      'vitally.custom.deploymentTotalMemoryGb': 64,
    },
    isHandedOff: false,
  });
  expect(toSharedTraits([{ ...OLDER, delivery, status: handedOff }])).toMatchObject({ isHandedOff: true });
});
