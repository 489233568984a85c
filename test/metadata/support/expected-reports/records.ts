import type { Row, TestOrg } from '../org.ts';
import { amount, at, daysBetween, type Amount } from './measures.ts';

const REQUESTS = `SELECT Id, Name, Status__c, Request_Type__c, Priority__c, Account__r.Name, Opportunity__c, Opportunity__r.Name,
  Opportunity__r.IsWon, Opportunity__r.IsClosed, Opportunity__r.CloseDate, Opportunity__r.Probability,
  Opportunity__r.Annual_Recurring_Revenue__c, Entered_Revenue__c, Current_Review__r.Score__c, Submitted_On__c,
  Decided_On__c, Decide_By__c, Decision__c, toLabel(Decision_Reason__c), Customer_Engineer__r.Name,
  Implementation_Engineer__r.Name, Technical_Advisor__r.Name, toLabel(Deployment_Method__c), Health__c,
  Target_Completion__c, Actual_Start__c, Actual_Completion__c, Percent_Complete__c, Status_Changed_On__c,
  toLabel(Migration_Type__c), Migration_Path__c, Current_Users__c, Effort_Points__c, On_Hold__c,
  Close_Date_At_Selection__c, Revenue_Fiscal_Quarter__c, Required_Documents__c, Required_Documents_Mirrored__c,
  Mirrored_Documents__c, Capacity_Month__r.Name, TDD_State__c, Discovery_State__c, Requirements_Ready__c,
  Requirements_Total__c FROM Implementation_Request__c`;

export const BACKLOG = ['Submitted', 'Needs_Info', 'In_Triage', 'Leadership_Review', 'Qualified'];
export const OPEN = [...BACKLOG, 'Selected', 'In_Deployment', 'Deployment_Complete'];
export const SETTLED = ['Accepted', 'Waived', 'Not_Applicable', 'Cancelled'];
export const revenue: Amount = (row) =>
  amount(row['Opportunity__c'] === null ? 'Entered_Revenue__c' : 'Opportunity__r.Annual_Recurring_Revenue__c')(row);
export const weighted: Amount = (row) => {
  const probability = row['Opportunity__c'] === null ? 100 : amount('Opportunity__r.Probability')(row);
  return ((revenue(row) ?? 0) * (probability ?? 0)) / 100;
};

/** What the settings of the source say. */
export interface Limits {
  readonly slipDays: number;
  readonly expectedDays: number;
  readonly pullInDays: number;
  readonly userLimit: number;
}

/** The records that reports are about, at a moment. */
export class Records {
  readonly limits: Limits;
  readonly #org: TestOrg;
  readonly #now: string;

  /** `now` as `2026-11-22T10:00:00Z`. */
  constructor(org: TestOrg, now: string, limits: Limits) {
    this.#org = org;
    this.#now = now;
    this.limits = limits;
  }

  get today(): string {
    return this.#now.slice(0, 10);
  }

  /** What the administrator reads. */
  async read(soql: string): Promise<readonly Row[]> {
    return await this.#org.as('adi').query(soql);
  }

  async requests(wanted: (row: Row) => boolean): Promise<readonly Row[]> {
    return (await this.read(REQUESTS)).filter(wanted);
  }

  /** Whole days from a moment until now. */
  since(path: string): Amount {
    return (row) => {
      const days = daysBetween(at(row, path), this.#now);
      return days === null ? null : Math.floor(days);
    };
  }
}
