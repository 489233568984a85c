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
  sum,
  sumOnce,
  text,
} from './measures.ts';
import { OPEN, type Records, SETTLED, revenue } from './records.ts';

/** Deals and how ready they are. */
export function deals(records: Records): Record<string, () => Promise<Expected>> {
  return {
    Requirements_Gaps_before_Close: async () => {
      const items = await records.read(
        'SELECT Name, State__c, Needs_Acceptance__c, Implementation_Request__r.Name FROM Handoff_Item__c WHERE Requirement__c = true',
      );
      const requests = await records.requests(
        (row) =>
          OPEN.includes(text('Status__c')(row)) &&
          at(row, 'Opportunity__r.IsClosed') === false &&
          (daysBetween(records.today, at(row, 'Opportunity__r.CloseDate')) ?? Infinity) <= 30,
      );
      const rows = items.flatMap((item) => {
        const isDone = item['State__c'] === 'Done' && item['Needs_Acceptance__c'] === false;
        if (isDone || SETTLED.includes(text('State__c')(item))) return [];
        return requests
          .filter(({ Name }) => Name === at(item, 'Implementation_Request__r.Name'))
          .map((request) => ({ ...request, item }));
      });
      return expected({
        rows,
        groups: [text('Opportunity__r.Name')],
        measures: { 's!Yearly_Revenue__c': sumOnce(revenue, text('Name')) },
      });
    },

    Closed_Won_without_Readiness: async () => {
      const isSettled = (state: unknown): boolean => ['Accepted', 'Waived', 'Not applicable'].includes(String(state));
      const turnedDown = ['Draft', 'Disqualified', 'Not_Selected', 'Withdrawn', 'Duplicate', 'Cancelled'];
      return expected({
        rows: await records.requests(
          (row) =>
            at(row, 'Opportunity__r.IsWon') === true &&
            !turnedDown.includes(text('Status__c')(row)) &&
            !(
              isSettled(row['TDD_State__c']) &&
              isSettled(row['Discovery_State__c']) &&
              row['Requirements_Ready__c'] === row['Requirements_Total__c']
            ),
        ),
        groups: [month('Opportunity__r.CloseDate')],
        measures: { 's!Yearly_Revenue__c': sum(revenue) },
      });
    },

    Deals_without_Assessment_or_Request: async () => {
      const deals = await records.read(
        'SELECT Id, Name, Owner.Name, Customer_Engineer__r.Name, Annual_Recurring_Revenue__c FROM Opportunity WHERE IsClosed = false AND Probability > 20',
      );
      const looked = [
        ...(await records.read('SELECT Opportunity__c FROM Implementation_Request__c')),
        ...(await records.read('SELECT Opportunity__c FROM Strategy_Assessment__c')),
      ].map((row) => row['Opportunity__c']);
      return expected({
        rows: deals.filter(({ Id }) => !looked.includes(Id)),
        groups: [text('Owner.Name'), text('Customer_Engineer__r.Name')],
        measures: { 's!Annual_Recurring_Revenue__c': sum(amount('Annual_Recurring_Revenue__c')) },
      });
    },

    Slipped_Deals_Holding_Capacity: async () => {
      const slipped: Amount = (row) =>
        daysBetween(row['Close_Date_At_Selection__c'], at(row, 'Opportunity__r.CloseDate'));
      return expected({
        rows: await records.requests(
          (row) => row['Status__c'] === 'Selected' && (slipped(row) ?? 0) > records.limits.slipDays,
        ),
        groups: [text('Implementation_Engineer__r.Name')],
        measures: {
          'a!Days_Slipped__c': average(slipped),
          'mx!Days_Slipped__c': largest(slipped),
          's!Effort_Points__c': sum(amount('Effort_Points__c')),
        },
      });
    },
  };
}
