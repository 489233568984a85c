import type { Row, TestOrg } from './org.ts';
import type { Report, Told } from './reports.ts';

/** What a report should say, worked out from the records without it. */
export interface Expected {
  /** Labels of the groups from the outside in, with ` › ` between, to their totals. */
  readonly groups: Readonly<Record<string, Told>>;
  readonly totals: Told;
  /** The first cell of each row, sorted. */
  readonly rows: readonly string[];
}

/** The same of a report that ran. */
export function summaryOf({ groups, totals, rows }: Report): Expected {
  return {
    groups: Object.fromEntries(groups.map((group) => [group.labels.join(' › '), rounded(group.totals)])),
    totals: rounded(totals),
    rows: rows.map((row) => String(Object.values(row)[0])).toSorted(),
  };
}

type Measures = Readonly<Record<string, (rows: readonly Row[]) => number | null>>;

interface Shape {
  readonly rows: readonly Row[];
  readonly groups: readonly ((row: Row) => string)[];
  readonly measures: Measures;
  /** The first cell of a row; its name when left out. */
  readonly first?: (row: Row) => string;
}

function expected({ rows, groups, measures, first = text('Name') }: Shape): Expected {
  const byGroup = Map.groupBy(rows, (row) => groups.map((labelOf) => labelOf(row)).join(' › '));
  const totalsOf = (some: readonly Row[]): Told =>
    rounded({
      ...Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, measure(some)])),
      RowCount: some.length,
    });
  return {
    groups: Object.fromEntries([...byGroup].map(([label, some]) => [label, totalsOf(some)])),
    totals: totalsOf(rows),
    rows: rows.map(first).toSorted(),
  };
}

function rounded(told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ]),
  );
}

/** A value behind a path such as `Account__r.Name`; null where there is none. */
function at(row: Row, path: string): unknown {
  const [name = '', ...rest] = path.split('.');
  const value = row[name] ?? null;
  return rest.length === 0 || value === null ? value : at(value as Row, rest.join('.'));
}

function text(path: string): (row: Row) => string {
  return (row) => {
    const value = at(row, path);
    return typeof value === 'string' ? value : '-';
  };
}

type Amount = (row: Row) => number | null;

function amount(path: string): Amount {
  return (row) => {
    const value = at(row, path);
    return typeof value === 'number' ? value : null;
  };
}

function known(rows: readonly Row[], of: Amount): number[] {
  return rows.map(of).filter((value) => value !== null);
}

function sum(of: Amount): Measures[string] {
  return (rows) => known(rows, of).reduce((total, value) => total + value, 0);
}

/** Each parent once, however many of its children there are. */
function sumOnce(of: Amount, parent: (row: Row) => string): Measures[string] {
  return (rows) => sum(of)([...new Map(rows.map((row) => [parent(row), row])).values()]);
}

function average(of: Amount): Measures[string] {
  return (rows) => {
    const values = known(rows, of);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
  };
}

function largest(of: Amount): Measures[string] {
  return (rows) => {
    const values = known(rows, of);
    return values.length === 0 ? null : Math.max(...values);
  };
}

const DAY = 86_400_000;

function daysBetween(from: unknown, to: unknown): number | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return (new Date(to).getTime() - new Date(from).getTime()) / DAY;
}

/** 100 or 0 percent; null while it is open. */
function share(isSo: boolean | null): number | null {
  return isSo === null ? null : isSo ? 100 : 0;
}

function month(path: string): (row: Row) => string {
  return (row) =>
    new Date(text(path)(row)).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The week from Sunday to Saturday. */
function week(path: string): (row: Row) => string {
  return (row) => {
    const day = new Date(text(path)(row));
    const sunday = day.getTime() - day.getUTCDay() * DAY;
    const written = (time: number): string => new Date(time).toLocaleDateString('en-US', { timeZone: 'UTC' });
    return `${written(sunday)} - ${written(sunday + 6 * DAY)}`;
  };
}

const REQUESTS = `SELECT Name, Status__c, Request_Type__c, Priority__c, Account__r.Name, Opportunity__c, Opportunity__r.Name,
  Opportunity__r.IsWon, Opportunity__r.IsClosed, Opportunity__r.CloseDate, Opportunity__r.Probability,
  Opportunity__r.Annual_Recurring_Revenue__c, Entered_Revenue__c, Current_Review__r.Score__c, Submitted_On__c,
  Decided_On__c, Decide_By__c, Decision__c, toLabel(Decision_Reason__c), Customer_Engineer__r.Name,
  Implementation_Engineer__r.Name, Technical_Advisor__r.Name, toLabel(Deployment_Method__c), Health__c,
  Target_Completion__c, Actual_Start__c, Actual_Completion__c, Percent_Complete__c, Status_Changed_On__c,
  toLabel(Migration_Type__c), Migration_Path__c, Current_Users__c, Effort_Points__c, On_Hold__c,
  Close_Date_At_Selection__c, Revenue_Fiscal_Quarter__c, Required_Documents__c, Required_Documents_Mirrored__c,
  Mirrored_Documents__c, Capacity_Month__r.Name, TDD_State__c, Discovery_State__c, Requirements_Ready__c,
  Requirements_Total__c FROM Implementation_Request__c`;

const BACKLOG = ['Submitted', 'Needs_Info', 'In_Triage', 'Leadership_Review', 'Qualified'];
const OPEN = [...BACKLOG, 'Selected', 'In_Deployment', 'Deployment_Complete'];
const SETTLED = ['Accepted', 'Waived', 'Not_Applicable', 'Cancelled'];
const revenue: Amount = (row) =>
  amount(row['Opportunity__c'] === null ? 'Entered_Revenue__c' : 'Opportunity__r.Annual_Recurring_Revenue__c')(row);
const weighted: Amount = (row) => {
  const probability = row['Opportunity__c'] === null ? 100 : amount('Opportunity__r.Probability')(row);
  return ((revenue(row) ?? 0) * (probability ?? 0)) / 100;
};

interface Limits {
  readonly slipDays: number;
  readonly expectedDays: number;
  readonly pullInDays: number;
  readonly userLimit: number;
}

/** Works out each report from the records, for the org at a moment: `2026-11-22T10:00:00Z`. */
export class ExpectedReports {
  readonly #org: TestOrg;
  readonly #now: string;
  readonly #limits: Limits;

  constructor(org: TestOrg, now: string, limits: Limits) {
    this.#org = org;
    this.#now = now;
    this.#limits = limits;
  }

  get #today(): string {
    return this.#now.slice(0, 10);
  }

  async #read(soql: string): Promise<readonly Row[]> {
    return await this.#org.as('adi').query(soql);
  }

  async #requests(wanted: (row: Row) => boolean): Promise<readonly Row[]> {
    return (await this.#read(REQUESTS)).filter(wanted);
  }

  readonly #since = (path: string): Amount => {
    return (row) => {
      const days = daysBetween(at(row, path), this.#now);
      return days === null ? null : Math.floor(days);
    };
  };

  /** One function for each report, by its developer name. */
  readonly all: Readonly<Record<string, () => Promise<Expected>>> = {
    Open_Backlog_by_Priority: async () =>
      expected({
        rows: await this.#requests((row) => BACKLOG.includes(text('Status__c')(row))),
        groups: [text('Priority__c')],
        measures: {
          's!Yearly_Revenue__c': sum(revenue),
          'a!Score__c': average(amount('Current_Review__r.Score__c')),
          'a!Age_Days__c': average(this.#since('Submitted_On__c')),
        },
      }),

    Backlog_Value_by_Fiscal_Quarter: async () =>
      expected({
        rows: await this.#requests((row) =>
          ['Qualified', 'Selected', 'In_Deployment'].includes(text('Status__c')(row)),
        ),
        groups: [text('Revenue_Fiscal_Quarter__c'), text('Priority__c')],
        measures: { 's!Yearly_Revenue__c': sum(revenue), 's!Weighted_Revenue__c': sum(weighted) },
      }),

    Selected_versus_Capacity: async () => {
      const months = await this.#read(
        'SELECT Name, Month__c, Capacity_Points__c, Committed_Points__c FROM Implementation_Capacity__c',
      );
      const requests = await this.#requests(() => true);
      const rows = months
        .filter((row) => text('Month__c')(row) >= `${this.#today.slice(0, 7)}-01`)
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

    Decisions_This_Quarter: async () => {
      const reviews = await this.#read(
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
        rows: await this.#requests(
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
      const reviews = await this.#read(
        "SELECT Implementation_Request__c, Leadership_Requested_On__c, Leadership_Reviewer__r.Name FROM Triage_Review__c WHERE Leadership_Review__c = 'Requested' AND Open__c = true",
      );
      const requests = await this.#read(REQUESTS.replace('SELECT', 'SELECT Id,'));
      const rows = reviews.map((review) => ({
        review,
        ...requests.find(({ Id }) => Id === review['Implementation_Request__c']),
      }));
      const days = this.#since('review.Leadership_Requested_On__c');
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

    Requirements_Gaps_before_Close: async () => {
      const items = await this.#read(
        'SELECT Name, State__c, Needs_Acceptance__c, Implementation_Request__r.Name FROM Handoff_Item__c WHERE Requirement__c = true',
      );
      const requests = await this.#requests(
        (row) =>
          OPEN.includes(text('Status__c')(row)) &&
          at(row, 'Opportunity__r.IsClosed') === false &&
          (daysBetween(this.#today, at(row, 'Opportunity__r.CloseDate')) ?? Infinity) <= 30,
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
        rows: await this.#requests(
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
      const deals = await this.#read(
        'SELECT Id, Name, Owner.Name, Customer_Engineer__r.Name, Annual_Recurring_Revenue__c FROM Opportunity WHERE IsClosed = false AND Probability > 20',
      );
      const looked = [
        ...(await this.#read('SELECT Opportunity__c FROM Implementation_Request__c')),
        ...(await this.#read('SELECT Opportunity__c FROM Strategy_Assessment__c')),
      ].map((row) => row['Opportunity__c']);
      return expected({
        rows: deals.filter(({ Id }) => !looked.includes(Id)),
        groups: [text('Owner.Name'), text('Customer_Engineer__r.Name')],
        measures: { 's!Annual_Recurring_Revenue__c': sum(amount('Annual_Recurring_Revenue__c')) },
      });
    },

    Strategy_Mix: async () => {
      const rows = await this.#read(
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
          's!Overridden__c': sum(overridden),
          FORMULA1: (some) => (100 * known(some, overridden).filter((one) => one === 1).length) / some.length,
        },
      });
    },

    Active_Deployments: async () => {
      const late: Amount = (row) => {
        const days = daysBetween(row['Target_Completion__c'], row['Actual_Completion__c'] ?? this.#today);
        return days === null ? null : Math.max(0, days);
      };
      return expected({
        rows: await this.#requests(({ Status__c }) => Status__c === 'In_Deployment'),
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
        rows: await this.#requests((row) => days(row) !== null),
        groups: [month('Actual_Completion__c')],
        measures: {
          'a!Duration_Days__c': average(days),
          'mx!Duration_Days__c': largest(days),
          'a!Completed_In_Time__c': average((row) => share((days(row) ?? 0) <= this.#limits.expectedDays)),
        },
      });
    },

    Advisor_Pull_In: async () => {
      const handoffs = await this.#read(
        "SELECT Implementation_Request__c, Technical_Advisor_Engaged_On__c FROM Handoff__c WHERE Leg__c = 'To_Technical_Advisor'",
      );
      const requests = await this.#read(REQUESTS.replace('SELECT', 'SELECT Id,'));
      const before: Amount = (row) =>
        daysBetween(
          at(row, 'handoff.Technical_Advisor_Engaged_On__c'),
          row['Actual_Completion__c'] ?? row['Target_Completion__c'],
        );
      const toDue = (row: Row, day: unknown): number =>
        (daysBetween(day, row['Target_Completion__c']) ?? Infinity) - this.#limits.pullInDays;
      const rows = handoffs
        .map(
          (handoff) => ({ handoff, ...requests.find(({ Id }) => Id === handoff['Implementation_Request__c']) }),
        )
        .filter(
          (row) =>
            row['Status__c'] !== 'Cancelled' && (row['Actual_Completion__c'] !== null || toDue(row, this.#today) <= 0),
        );
      return expected({
        rows,
        groups: [text('Technical_Advisor__r.Name')],
        measures: {
          'a!Handoffs__r.Advisor_Days_Before__c': average(before),
          'a!Handoffs__r.Advisor_In_Time__c': average((row) => {
            const engaged = at(row, 'handoff.Technical_Advisor_Engaged_On__c');
            if (engaged === null) return share(toDue(row, this.#today) < 0 ? false : null);
            return share(toDue(row, engaged) >= 0);
          }),
        },
      });
    },

    Documents_Not_Yet_in_Vitally: async () => {
      const missing: Amount = (row) =>
        (amount('Required_Documents__c')(row) ?? 0) - (amount('Required_Documents_Mirrored__c')(row) ?? 0);
      const days = this.#since('Status_Changed_On__c');
      return expected({
        rows: await this.#requests(
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

    Migrations: async () =>
      expected({
        rows: await this.#requests(({ Request_Type__c }) => Request_Type__c === 'Production_Migration'),
        groups: [text('Migration_Type__c'), text('Migration_Path__c')],
        measures: { 's!Current_Users__c': sum(amount('Current_Users__c')) },
      }),

    Requests_by_Requester: async () =>
      expected({
        rows: await this.#requests(
          (row) => row['Submitted_On__c'] !== null && text('Submitted_On__c')(row) >= '2026-02-01',
        ),
        groups: [text('Customer_Engineer__r.Name'), text('Deployment_Method__c')],
        measures: {
          'a!Qualified_Share__c': average(({ Decision__c }) =>
            share(Decision__c === 'Qualified' ? true : Decision__c === 'Disqualified' ? false : null),
          ),
        },
      }),

    Slipped_Deals_Holding_Capacity: async () => {
      const slipped: Amount = (row) =>
        daysBetween(row['Close_Date_At_Selection__c'], at(row, 'Opportunity__r.CloseDate'));
      return expected({
        rows: await this.#requests(
          (row) => row['Status__c'] === 'Selected' && (slipped(row) ?? 0) > this.#limits.slipDays,
        ),
        groups: [text('Implementation_Engineer__r.Name')],
        measures: {
          'a!Days_Slipped__c': average(slipped),
          'mx!Days_Slipped__c': largest(slipped),
          's!Effort_Points__c': sum(amount('Effort_Points__c')),
        },
      });
    },

    Outcome_of_Declined_Requests: async () =>
      expected({
        rows: await this.#requests((row) => ['Disqualified', 'Not_Selected'].includes(text('Status__c')(row))),
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

    Post_Live_Plans: async () =>
      expected({
        rows: await this.#requests(({ Status__c }) => Status__c === 'Planned_Post_Live'),
        groups: [text('Account__r.Name')],
        measures: {
          'a!Users_Of_Limit__c': average((row) => {
            const users = amount('Current_Users__c')(row);
            return users === null ? null : (100 * users) / this.#limits.userLimit;
          }),
          'a!Days_In_Status__c': average(this.#since('Status_Changed_On__c')),
        },
      }),

    Customer_Concentration: async () =>
      expected({
        rows: await this.#requests(() => true),
        groups: [text('Account__r.Name')],
        measures: {
          's!Implementation_Requests__r.Is_Open__c': sum((row) => (OPEN.includes(text('Status__c')(row)) ? 1 : 0)),
          's!Implementation_Requests__r.Yearly_Revenue__c': sum(revenue),
        },
      }),
  };
}
