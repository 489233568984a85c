import type { Row } from '../org.ts';
import type { Report, Told } from '../reports.ts';

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

export type Measures = Readonly<Record<string, (rows: readonly Row[]) => number | null>>;

interface Shape {
  readonly rows: readonly Row[];
  readonly groups: readonly ((row: Row) => string)[];
  readonly measures: Measures;
  /** The first cell of a row; its name when left out. */
  readonly first?: (row: Row) => string;
}

export function expected({ rows, groups, measures, first = text('Name') }: Shape): Expected {
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

export function rounded(told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ]),
  );
}

/** A value behind a path such as `Account__r.Name`; null where there is none. */
export function at(row: Row, path: string): unknown {
  const [name = '', ...rest] = path.split('.');
  const value = row[name] ?? null;
  return rest.length === 0 || value === null ? value : at(value as Row, rest.join('.'));
}

export function text(path: string): (row: Row) => string {
  return (row) => {
    const value = at(row, path);
    return typeof value === 'string' ? value : '-';
  };
}

export type Amount = (row: Row) => number | null;

export function amount(path: string): Amount {
  return (row) => {
    const value = at(row, path);
    return typeof value === 'number' ? value : null;
  };
}

export function known(rows: readonly Row[], of: Amount): number[] {
  return rows.map(of).filter((value) => value !== null);
}

export function sum(of: Amount): Measures[string] {
  return (rows) => known(rows, of).reduce((total, value) => total + value, 0);
}

/** Each parent once, however many of its children there are. */
export function sumOnce(of: Amount, parent: (row: Row) => string): Measures[string] {
  return (rows) => sum(of)([...new Map(rows.map((row) => [parent(row), row])).values()]);
}

export function average(of: Amount): Measures[string] {
  return (rows) => {
    const values = known(rows, of);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
  };
}

export function largest(of: Amount): Measures[string] {
  return (rows) => {
    const values = known(rows, of);
    return values.length === 0 ? null : Math.max(...values);
  };
}

export const DAY = 86_400_000;

export function daysBetween(from: unknown, to: unknown): number | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return (new Date(to).getTime() - new Date(from).getTime()) / DAY;
}

/** 100 or 0 percent; null while it is open. */
export function share(isSo: boolean | null): number | null {
  return isSo === null ? null : isSo ? 100 : 0;
}

export function month(path: string): (row: Row) => string {
  return (row) =>
    new Date(text(path)(row)).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The week from Sunday to Saturday. */
export function week(path: string): (row: Row) => string {
  return (row) => {
    const day = new Date(text(path)(row));
    const sunday = day.getTime() - day.getUTCDay() * DAY;
    const written = (time: number): string => new Date(time).toLocaleDateString('en-US', { timeZone: 'UTC' });
    return `${written(sunday)} - ${written(sunday + 6 * DAY)}`;
  };
}
