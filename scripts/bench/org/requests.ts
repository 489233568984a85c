import { z } from 'zod';
import { measureLatency, type Latency } from './latency.ts';
import { keyOf, type Loaded } from './load-records.ts';
import type { OrgProcess } from './org-process.ts';
import { FOLLOWED_COLOR, ORDER } from './project.ts';

export interface RequestFigures {
  /** One order by its external id, another one each time. */
  indexedQuery: Latency;
  /** 2,000 orders by fields of their customers, in order. */
  page: Latency;
  groupBy: Latency;
  uiApiRecord: Latency;
  /** One order, through validation rules and a flow after the save. */
  insert: Latency;
}

const Found = z.object({ records: z.array(z.object({ Id: z.string() })) });

export async function measureRequests(
  org: OrgProcess,
  { customerIds }: Loaded,
  orders: number,
): Promise<RequestFigures> {
  const { client } = org;
  const pathOf = (soql: string): string => `/query?q=${encodeURIComponent(soql)}`;
  const query = (soql: string): Promise<void> => client.fetch(pathOf(soql));
  const anyKey = (round: number): string => keyOf((round * 7919) % orders);
  const idsOf = async (soql: string): Promise<string[]> =>
    Found.parse(await client.get(pathOf(soql))).records.map(({ Id }) => Id);
  const ids = await idsOf(`SELECT Id FROM ${ORDER} LIMIT 500`);
  const shown = ['Name', 'Price_0__c', 'Color_0__c', 'Total_0__c', 'Parent__r.Name'].map((name) => `${ORDER}.${name}`);

  return {
    indexedQuery: await measureLatency(org, 1000, (round) =>
      query(`SELECT Id, Name, Price_0__c, Parent__r.Name FROM ${ORDER} WHERE Key_0__c = '${anyKey(round)}'`),
    ),
    page: await measureLatency(org, 200, (round) =>
      query(
        `SELECT Id, Name, Price_0__c, Day_0__c, Parent__r.Name, Parent__r.Color_0__c FROM ${ORDER}
         WHERE Parent__r.Color_0__c = 'Green' AND Price_0__c >= ${(round * 13) % 5000} ORDER BY Parent__r.Name, Day_0__c LIMIT 2000`,
      ),
    ),
    groupBy: await measureLatency(org, 50, () =>
      query(`SELECT Color_0__c, COUNT(Id) orders, SUM(Price_0__c) total FROM ${ORDER} GROUP BY Color_0__c`),
    ),
    uiApiRecord: await measureLatency(org, 500, (round) =>
      client.fetch(`/ui-api/records/${ids[round % ids.length] ?? ''}?fields=${shown.join(',')}`),
    ),
    insert: await measureLatency(org, 500, (round) =>
      client.send('POST', `/sobjects/${ORDER}`, {
        Name: `Inserted ${round}`,
        Key_0__c: `I-${round}`,
        Parent__c: customerIds[round % customerIds.length],
        Color_0__c: FOLLOWED_COLOR,
        Price_0__c: round,
      }),
    ),
  };
}
