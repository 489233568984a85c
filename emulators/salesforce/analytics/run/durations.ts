import type { Unit } from '../../soql/index.ts';

/** Days counted in units from the running one, which is 0; the end is left out. */
export interface Span {
  unit: Unit;
  from: number;
  to: number;
}

type Known = readonly [interval: string, duration: string, unit: Unit, from: number, to: number];

/** Which units each of the named intervals takes in, and how the two APIs call it. */
const NAMED: readonly Known[] = [
  ['INTERVAL_YESTERDAY', 'YESTERDAY', 'DAY', -1, 0],
  ['INTERVAL_TODAY', 'TODAY', 'DAY', 0, 1],
  ['INTERVAL_TOMORROW', 'TOMORROW', 'DAY', 1, 2],
  ['INTERVAL_LASTWEEK', 'LAST_WEEK', 'WEEK', -1, 0],
  ['INTERVAL_THISWEEK', 'THIS_WEEK', 'WEEK', 0, 1],
  ['INTERVAL_NEXTWEEK', 'NEXT_WEEK', 'WEEK', 1, 2],
  ['INTERVAL_LASTMONTH', 'LAST_MONTH', 'MONTH', -1, 0],
  ['INTERVAL_THISMONTH', 'THIS_MONTH', 'MONTH', 0, 1],
  ['INTERVAL_NEXTMONTH', 'NEXT_MONTH', 'MONTH', 1, 2],
  ['INTERVAL_LASTTHISMONTH', 'LAST_AND_THIS_MONTH', 'MONTH', -1, 1],
  ['INTERVAL_THISNEXTMONTH', 'THIS_AND_NEXT_MONTH', 'MONTH', 0, 2],
  ...periods('FISCAL_QUARTER', ['CURRENT', 'CURNEXT1', 'CURPREV1', 'NEXT1', 'PREV1', 'CURNEXT3']),
  ...periods('QUARTER', ['CURRENTQ', 'CURNEXTQ', 'CURPREVQ', 'NEXTQ', 'PREVQ', 'CURNEXT3Q']),
  ...years('FISCAL_YEAR', 'FY'),
  ...years('YEAR', 'Y'),
  ...[7, 30, 60, 90, 120].flatMap((days): Known[] => [
    [`INTERVAL_LAST${days}`, `LAST_N_DAYS:${days}`, 'DAY', -days, 1],
    [`INTERVAL_NEXT${days}`, `NEXT_N_DAYS:${days}`, 'DAY', 1, days + 1],
  ]),
];

function periods(unit: Unit, [current, andNext, andLast, next, last, andNext3]: string[]): Known[] {
  return [
    [`INTERVAL_${current ?? ''}`, `THIS_${unit}`, unit, 0, 1],
    [`INTERVAL_${andNext ?? ''}`, `THIS_AND_NEXT_${unit}`, unit, 0, 2],
    [`INTERVAL_${andLast ?? ''}`, `LAST_AND_THIS_${unit}`, unit, -1, 1],
    [`INTERVAL_${next ?? ''}`, `NEXT_${unit}`, unit, 1, 2],
    [`INTERVAL_${last ?? ''}`, `LAST_${unit}`, unit, -1, 0],
    [`INTERVAL_${andNext3 ?? ''}`, `THIS_AND_NEXT_3_${unit}S`, unit, 0, 4],
  ];
}

function years(unit: Unit, ending: string): Known[] {
  return [
    [`INTERVAL_CUR${ending}`, `THIS_${unit}`, unit, 0, 1],
    [`INTERVAL_PREV${ending}`, `LAST_${unit}`, unit, -1, 0],
    [`INTERVAL_PREV2${ending}`, `LAST_2_${unit}S`, unit, -2, 0],
    [`INTERVAL_AGO2${ending}`, `TWO_${unit}S_AGO`, unit, -2, -1],
    [`INTERVAL_NEXT${ending}`, `NEXT_${unit}`, unit, 1, 2],
    [`INTERVAL_PREVCUR${ending}`, `LAST_AND_THIS_${unit}`, unit, -1, 1],
    [`INTERVAL_PREVCUR2${ending}`, `LAST_2_AND_THIS_${unit}`, unit, -2, 1],
    [`INTERVAL_CURNEXT${ending}`, `THIS_AND_NEXT_${unit}`, unit, 0, 2],
  ];
}

/** The days that only a start and an end tell. */
export const CUSTOM = 'CUSTOM';

/** `INTERVAL_CURFY` → `THIS_FISCAL_YEAR`; undefined for an interval that is not known. */
export function toDuration(interval: string): string | undefined {
  if (interval === 'INTERVAL_CUSTOM') return CUSTOM;
  return NAMED.find(([known]) => known === interval)?.[1];
}

/** What a duration takes in; undefined for one that is not known, and for `CUSTOM`. */
export function spanOf(duration: string): Span | undefined {
  const found = NAMED.find(([, known]) => known === duration.toUpperCase());
  if (found === undefined) return undefined;
  const [, , unit, from, to] = found;
  return { unit, from, to };
}
