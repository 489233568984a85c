import type { StandardValue } from './value-sets.ts';

/** What the stage of an Opportunity says about it. */
export interface OpportunityStage {
  name: string;
  closed: boolean;
  won: boolean;
  /** Percent. */
  probability: number;
  forecastCategory: 'Omitted' | 'Pipeline' | 'BestCase' | 'MostLikely' | 'Forecast' | 'Closed';
}

function open(
  name: string,
  probability: number,
  forecastCategory: OpportunityStage['forecastCategory'],
): OpportunityStage {
  return { name, closed: false, won: false, probability, forecastCategory };
}

/** The stages of a new org. */
export const STANDARD_STAGES: OpportunityStage[] = [
  open('Prospecting', 10, 'Pipeline'),
  open('Qualification', 10, 'Pipeline'),
  open('Needs Analysis', 20, 'Pipeline'),
  open('Value Proposition', 50, 'Pipeline'),
  open('Id. Decision Makers', 60, 'Pipeline'),
  open('Perception Analysis', 70, 'Pipeline'),
  open('Proposal/Price Quote', 75, 'Pipeline'),
  open('Negotiation/Review', 90, 'Pipeline'),
  { name: 'Closed Won', closed: true, won: true, probability: 100, forecastCategory: 'Closed' },
  { name: 'Closed Lost', closed: true, won: false, probability: 0, forecastCategory: 'Omitted' },
];

/** The stages that a deployed `OpportunityStage` value set defines. */
export function toStages(values: StandardValue[]): OpportunityStage[] {
  return values.map((value) => ({
    name: value.fullName,
    closed: value.closed,
    won: value.won,
    probability: value.probability,
    forecastCategory: value.forecastCategory ?? 'Pipeline',
  }));
}
