import type { Row } from '../org.ts';
import {
  amount,
  type Amount,
  at,
  average,
  daysBetween,
  expected,
  type Expected,
  largest,
  month,
  share,
  sum,
  text,
} from './measures.ts';
import type { Records } from './records.ts';

/** Deployments and handoffs. */
export function delivery(records: Records): Record<string, () => Promise<Expected>> {
  return {
    Active_Deployments: async () => {
      const late: Amount = (row) => {
        const days = daysBetween(row['Target_Completion__c'], row['Actual_Completion__c'] ?? records.today);
        return days === null ? null : Math.max(0, days);
      };
      return expected({
        rows: await records.requests(({ Status__c }) => Status__c === 'In_Deployment'),
        groups: [text('Implementation_Engineer__r.Name'), text('Health__c')],
        measures: {
          'mx!Days_Late__c': largest(late),
          'a!Percent_Complete__c': average(amount('Percent_Complete__c')),
        },
      });
    },

    Implementation_Duration: async () => {
      const days: Amount = (row) => daysBetween(row['Actual_Start__c'], row['Actual_Completion__c']);
      return expected({
        rows: await records.requests((row) => days(row) !== null),
        groups: [month('Actual_Completion__c')],
        measures: {
          'a!Duration_Days__c': average(days),
          'mx!Duration_Days__c': largest(days),
          'a!Completed_In_Time__c': average((row) => share((days(row) ?? 0) <= records.limits.expectedDays)),
        },
      });
    },

    Advisor_Pull_In: async () => {
      const handoffs = await records.read(
        "SELECT Implementation_Request__c, Technical_Advisor_Engaged_On__c FROM Handoff__c WHERE Leg__c = 'To_Technical_Advisor'",
      );
      const requests = await records.requests(() => true);
      const before: Amount = (row) =>
        daysBetween(
          at(row, 'handoff.Technical_Advisor_Engaged_On__c'),
          row['Actual_Completion__c'] ?? row['Target_Completion__c'],
        );
      const toDue = (row: Row, day: unknown): number =>
        (daysBetween(day, row['Target_Completion__c']) ?? Infinity) - records.limits.pullInDays;
      const rows = handoffs
        .map((handoff): Row => ({ handoff, ...requests.find(({ Id }) => Id === handoff['Implementation_Request__c']) }))
        .filter(
          (row) =>
            row['Status__c'] !== 'Cancelled' &&
            (row['Actual_Completion__c'] !== null || toDue(row, records.today) <= 0),
        );
      return expected({
        rows,
        groups: [text('Technical_Advisor__r.Name')],
        measures: {
          'a!Handoffs__r.Advisor_Days_Before__c': average(before),
          'a!Handoffs__r.Advisor_In_Time__c': average((row) => {
            const engaged = at(row, 'handoff.Technical_Advisor_Engaged_On__c');
            if (engaged === null) return share(toDue(row, records.today) < 0 ? false : null);
            return share(toDue(row, engaged) >= 0);
          }),
        },
      });
    },

    Documents_Not_Yet_in_Vitally: async () => {
      const missing: Amount = (row) =>
        (amount('Required_Documents__c')(row) ?? 0) - (amount('Required_Documents_Mirrored__c')(row) ?? 0);
      const days = records.since('Status_Changed_On__c');
      return expected({
        rows: await records.requests(
          (row) =>
            row['Status__c'] === 'Deployment_Complete' &&
            ((missing(row) ?? 0) > 0 || amount('Mirrored_Documents__c')(row) === 0),
        ),
        groups: [text('Implementation_Engineer__r.Name')],
        measures: {
          's!Missing_Documents__c': sum(missing),
          'a!Days_In_Status__c': average(days),
          'mx!Days_In_Status__c': largest(days),
        },
      });
    },
  };
}
