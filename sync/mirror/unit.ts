import type { SheetRequest, Tab } from '../google-sheets/index.ts';
import type { ColumnName } from '../mapping/index.ts';
import type { State } from '../state/index.ts';
import type { RowTab } from './row-tab.ts';
import type { TabReading } from './tab-reader.ts';

/** Requests that belong together, what they do, and what is remembered once they are done. */
export interface Unit {
  requests: SheetRequest[];
  /** Lines for the issues tab. */
  issues: string[][];
  written?: { id: string; index: number };
  removed?: { id: string; index: number };
  appended?: string;
  /** Sheets may refuse it for good, so that nothing before it is to be refused along with it. */
  isRisky?: boolean;
  cells: number;
  /** Columns whose notes it writes. */
  noted?: readonly ColumnName[];
  commit(state: State): void;
}

/** What the units are made with. */
export interface Sheet {
  rowTab: RowTab;
  issues: Tab;
  reading: TabReading;
  state: State;
  now: Date;
}

export interface Placed {
  name: ColumnName;
  index: number;
}

/** Where columns stand; those that somebody deleted are left out. */
export function placed({ columns }: TabReading, names: readonly ColumnName[]): Placed[] {
  return names.flatMap((name) => {
    const index = columns.get(name)?.index;
    return index === undefined ? [] : [{ name, index }];
  });
}
