import { Decimal } from 'decimal.js';
import type { RecordError, StoredRecord } from '../entities.ts';
import type { OpportunityStage } from '../schema/index.ts';
import { toStamp, type Change, type Writing } from './change.ts';
import type { DerivationFacts } from './derived-fields.ts';
import { fiscalPeriodOf } from './fiscal-year.ts';

const FORECAST_NAMES: Record<OpportunityStage['forecastCategory'], string> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
};

/** Of a stage that the org does not know. StageName is not restricted: the API takes any value. */
const UNKNOWN: Omit<OpportunityStage, 'name'> = {
  probability: 0,
  forecastCategory: 'Omitted',
  closed: false,
  won: false,
};

/** The stage decides what is closed and won, and, unless they are given, the probability and the forecast category. */
export function deriveOpportunity(change: Change, { now }: Writing, facts: DerivationFacts): RecordError[] {
  const { before, after, given } = change;
  const name = after['StageName'] ?? null;
  if (name === null) return [];
  const stage = facts.stages.find((one) => one.name === name) ?? UNKNOWN;
  const moved = before?.['StageName'] !== name;
  if (moved && !given.has('Probability')) after['Probability'] = stage.probability;
  if (moved && !given.has('ForecastCategoryName'))
    after['ForecastCategoryName'] = FORECAST_NAMES[stage.forecastCategory];
  if (moved && before !== undefined) after['LastStageChangeDate'] = toStamp(now);
  after['ForecastCategory'] = categoryOf(after) ?? stage.forecastCategory;
  after['IsClosed'] = stage.closed ? 1 : 0;
  after['IsWon'] = stage.won ? 1 : 0;
  after['ExpectedRevenue'] = expectedRevenue(after);
  Object.assign(after, fiscalPeriodOf(after['CloseDate'], facts.fiscalYearStartMonth()));
  return [];
}

function categoryOf(record: StoredRecord): string | undefined {
  return Object.entries(FORECAST_NAMES).find(([, name]) => name === record['ForecastCategoryName'])?.[0];
}

function expectedRevenue({ Amount: amount, Probability: probability }: StoredRecord): number | null {
  if (typeof amount !== 'number' || typeof probability !== 'number') return null;
  return new Decimal(amount).times(probability).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}
