import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.ts';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND } from './support/file-request.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

let landscape: Landscape;
let backlog: Backlog;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
});

afterAll(() => landscape.close());

/** Whether the service has made the tab. */
function isThere(): boolean {
  return landscape.googleSheets.human.titles().includes('Backlog');
}

test('a save reaches the sheet without waiting for the schedule, and the service’s own writes wake nobody', async () => {
  const service = landscape.serve();
  await service.ready;
  const { id, number } = await fileRequest(landscape.admin, NORTHWIND, { Next_Steps__c: 'Call' });
  await until('the row', () => (isThere() ? backlog.row(number) : undefined));

  await landscape.admin.update('Implementation_Request__c', id, { Next_Steps__c: 'Visit' });
  await until('the change', () => (backlog.row(number)?.['Next steps'] === 'Visit' ? true : undefined));
  await service.stop();

  backlog.type(number, 'effort', '3');
  const calls = landscape.salesforce.requests.list().length;
  const again = landscape.serve();
  await again.ready;
  await until('the edit', async () => {
    const [record] = await landscape.admin.query(
      `SELECT Effort_Points__c FROM Implementation_Request__c WHERE Id = '${id}'`,
    );
    return record?.['Effort_Points__c'] === 3 ? true : undefined;
  });
  await again.stop();

  const pulls = landscape.salesforce.requests
    .list()
    .slice(calls)
    .filter(({ path }) => path.endsWith('/composite'));
  // One cycle: the description, the pull, the closer look and the update.
  expect(pulls).toHaveLength(4);
});
