import {
  amount,
  type Amount,
  at,
  average,
  daysBetween,
  expected,
  type Expected,
  known,
  largest,
  share,
  sum,
  text,
  week,
} from './measures.ts';
import { type Records, revenue } from './records.ts';

/** Decisions, leadership and what became of those turned down. */
export function decisions(records: Records): Record<string, () => Promise<Expected>> {
  return {
    Decisions_This_Quarter: async () => {
      const reviews = await records.read(
        'SELECT Implementation_Request__r.Name, toLabel(Decision__c), toLabel(Decision_Reason__c), Decided_On__c, ARR_At_Decision__c FROM Triage_Review__c',
      );
      return expected({
        rows: reviews.filter(
          (row) =>
            text('Decided_On__c')(row) >= '2026-11-01' &&
            text('Decided_On__c')(row) < '2027-02-01' &&
            row['Decided_On__c'] !== null,
        ),
        groups: [text('Decision__c'), text('Decision_Reason__c')],
        first: text('Implementation_Request__r.Name'),
        measures: { 's!Triage_Reviews__r.ARR_At_Decision__c': sum(amount('ARR_At_Decision__c')) },
      });
    },

    Time_to_Decision: async () => {
      const days: Amount = (row) => daysBetween(row['Submitted_On__c'], row['Decided_On__c']);
      return expected({
        rows: await records.requests(
          (row) =>
            row['Decided_On__c'] !== null &&
            text('Submitted_On__c')(row) >= '2026-08-01' &&
            text('Submitted_On__c')(row) < '2027-02-01',
        ),
        groups: [week('Submitted_On__c')],
        measures: {
          'a!Days_To_Decision__c': average(days),
          'mx!Days_To_Decision__c': largest(days),
          'a!Decided_In_Time__c': average((row) => share(text('Decided_On__c')(row) <= text('Decide_By__c')(row))),
        },
      });
    },

    Awaiting_Leadership: async () => {
      const reviews = await records.read(
        "SELECT Implementation_Request__c, Leadership_Requested_On__c, Leadership_Reviewer__r.Name FROM Triage_Review__c WHERE Leadership_Review__c = 'Requested' AND Open__c = true",
      );
      const requests = await records.requests(() => true);
      const rows = reviews.map((review) => ({
        review,
        ...requests.find(({ Id }) => Id === review['Implementation_Request__c']),
      }));
      const days = records.since('review.Leadership_Requested_On__c');
      return expected({
        rows,
        groups: [text('review.Leadership_Reviewer__r.Name')],
        measures: {
          's!Yearly_Revenue__c': sum(revenue),
          'a!Triage_Reviews__r.Leadership_Days_Waiting__c': average(days),
          'mx!Triage_Reviews__r.Leadership_Days_Waiting__c': largest(days),
        },
      });
    },

    Strategy_Mix: async () => {
      const rows = await records.read(
        'SELECT Name, toLabel(Chosen_Strategy__c), Recommended_Strategy__c, Overridden__c, Account__r.Segment__c FROM Strategy_Assessment__c WHERE Current__c = true',
      );
      const overridden: Amount = (row) => (row['Overridden__c'] === true ? 1 : 0);
      return expected({
        rows,
        groups: [
          (row) => text(row['Chosen_Strategy__c'] === null ? 'Recommended_Strategy__c' : 'Chosen_Strategy__c')(row),
          text('Account__r.Segment__c'),
        ],
        measures: {
          FORMULA1: (some) => (100 * known(some, overridden).filter((one) => one === 1).length) / some.length,
        },
      });
    },

    Outcome_of_Declined_Requests: async () =>
      expected({
        rows: await records.requests((row) => ['Disqualified', 'Not_Selected'].includes(text('Status__c')(row))),
        groups: [
          text('Decision_Reason__c'),
          (row) =>
            at(row, 'Opportunity__r.IsWon') === true
              ? 'Won'
              : at(row, 'Opportunity__r.IsClosed') === true
                ? 'Lost'
                : 'Open',
        ],
        measures: { 's!Yearly_Revenue__c': sum(revenue) },
      }),
  };
}
