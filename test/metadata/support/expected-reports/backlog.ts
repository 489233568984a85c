import {
  type Amount,
  amount,
  at,
  average,
  expected,
  type Expected,
  type Measures,
  month,
  share,
  sum,
  sumOnce,
  text,
} from './measures.ts';
import { BACKLOG, OPEN, type Records, revenue, weighted } from './records.ts';

/** The backlog, its value and the room for it. */
export function backlog(records: Records): Record<string, () => Promise<Expected>> {
  return {
    Open_Backlog_by_Priority: async () =>
      expected({
        rows: await records.requests((row) => BACKLOG.includes(text('Status__c')(row))),
        groups: [text('Priority__c')],
        measures: {
          's!Yearly_Revenue__c': sum(revenue),
          'a!Score__c': average(amount('Current_Review__r.Score__c')),
          'a!Age_Days__c': average(records.since('Submitted_On__c')),
        },
      }),

    Backlog_Value_by_Fiscal_Quarter: async () =>
      expected({
        rows: await records.requests((row) =>
          ['Qualified', 'Selected', 'In_Deployment'].includes(text('Status__c')(row)),
        ),
        groups: [text('Revenue_Fiscal_Quarter__c'), text('Priority__c')],
        measures: { 's!Yearly_Revenue__c': sum(revenue), 's!Weighted_Revenue__c': sum(weighted) },
      }),

    Selected_versus_Capacity: async () => {
      const months = await records.read(
        'SELECT Name, Month__c, Capacity_Points__c, Committed_Points__c FROM Implementation_Capacity__c',
      );
      const requests = await records.requests(() => true);
      const rows = months
        .filter((row) => text('Month__c')(row) >= `${records.today.slice(0, 7)}-01`)
        .flatMap((one) => {
          const planned = requests.filter((row) => at(row, 'Capacity_Month__r.Name') === one['Name']);
          return planned.length === 0
            ? [{ month: one, request: {} }]
            : planned.map((request) => ({ month: one, request }));
        });
      const own = (field: string): Amount => amount(`month.${field}`);
      const once = (of: Amount): Measures[string] => sumOnce(of, text('month.Name'));
      return expected({
        rows,
        groups: [month('month.Month__c')],
        first: (row) => (own('Capacity_Points__c')(row) ?? 0).toFixed(1),
        measures: {
          's!Capacity_Points__c': once(own('Capacity_Points__c')),
          's!Committed_Points__c': once(own('Committed_Points__c')),
          's!Free_Points__c': once(
            (row) => (own('Capacity_Points__c')(row) ?? 0) - (own('Committed_Points__c')(row) ?? 0),
          ),
          's!Implementation_Requests__r.Qualified_Effort__c': sum((row) =>
            at(row, 'request.Status__c') === 'Qualified' && at(row, 'request.On_Hold__c') === false
              ? amount('request.Effort_Points__c')(row)
              : null,
          ),
        },
      });
    },

    Migrations: async () =>
      expected({
        rows: await records.requests(({ Request_Type__c }) => Request_Type__c === 'Production_Migration'),
        groups: [text('Migration_Type__c'), text('Migration_Path__c')],
        measures: { 's!Current_Users__c': sum(amount('Current_Users__c')) },
      }),

    Requests_by_Requester: async () =>
      expected({
        rows: await records.requests(
          (row) => row['Submitted_On__c'] !== null && text('Submitted_On__c')(row) >= '2026-02-01',
        ),
        groups: [text('Customer_Engineer__r.Name'), text('Deployment_Method__c')],
        measures: {
          'a!Qualified_Share__c': average(({ Decision__c }) =>
            share(Decision__c === 'Qualified' ? true : Decision__c === 'Disqualified' ? false : null),
          ),
        },
      }),

    Post_Live_Plans: async () =>
      expected({
        rows: await records.requests(({ Status__c }) => Status__c === 'Planned_Post_Live'),
        groups: [text('Account__r.Name')],
        measures: {
          'a!Users_Of_Limit__c': average((row) => {
            const users = amount('Current_Users__c')(row);
            return users === null ? null : (100 * users) / records.limits.userLimit;
          }),
          'a!Days_In_Status__c': average(records.since('Status_Changed_On__c')),
        },
      }),

    Customer_Concentration: async () =>
      expected({
        rows: await records.requests(() => true),
        groups: [text('Account__r.Name')],
        measures: {
          's!Implementation_Requests__r.Is_Open__c': sum((row) => (OPEN.includes(text('Status__c')(row)) ? 1 : 0)),
          's!Implementation_Requests__r.Yearly_Revenue__c': sum(revenue),
        },
      }),
  };
}
