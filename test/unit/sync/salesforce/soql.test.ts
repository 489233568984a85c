import { expect, test } from '@jest/globals';
import { changedRequests, requestsWithChanged } from '../../../../sync/salesforce/soql.ts';

const SINCE = new Date('2026-11-22T10:00:00.789Z');

test('asks for everything on the first run', () => {
  expect(changedRequests(undefined)).toMatch(/ FROM Implementation_Request__c ORDER BY SystemModstamp, Id$/);
});

test('asks for what changed itself, or through its Account, Opportunity or current review', () => {
  expect(changedRequests(SINCE)).toContain(
    'WHERE SystemModstamp >= 2026-11-22T10:00:00Z OR Account__r.SystemModstamp >= 2026-11-22T10:00:00Z ' +
      'OR Opportunity__r.SystemModstamp >= 2026-11-22T10:00:00Z ' +
      'OR Current_Review__r.SystemModstamp >= 2026-11-22T10:00:00Z ORDER BY',
  );
});

test('asks for what changed through a link with a semi-join that stands alone', () => {
  expect(requestsWithChanged('Request_Link__c', SINCE)).toContain(
    'WHERE Id IN (SELECT Implementation_Request__c FROM Request_Link__c ' +
      'WHERE SystemModstamp >= 2026-11-22T10:00:00Z) ORDER BY',
  );
});
