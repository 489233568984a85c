import { COLUMNS, EDITABLE, type Column, type ColumnName, type EditableColumn } from './columns.ts';

/** The columns that a backlog has, in the order in which they are first made. */
export interface Layout {
  columns: readonly (Column & { name: ColumnName })[];
  names: readonly ColumnName[];
  /** Those that are read in every cycle: the key, and what people edit. */
  watched: readonly ColumnName[];
  isEditable(name: ColumnName): name is EditableColumn;
}

/** Without these no row could be told from another; they stand first, whatever is chosen. */
const NEEDED: readonly ColumnName[] = ['key', 'number'];

const NAMES: readonly string[] = COLUMNS.map(({ name }) => name);

/** What is wrong with a choice of columns, in words; nothing when it does. */
export function problemsOfColumns(chosen: readonly string[]): string[] {
  const unknown = chosen.filter((name) => !NAMES.includes(name));
  const doubled = chosen.filter((name, index) => chosen.indexOf(name) !== index);
  return [
    ...unknown.map((name) => `"${name}" is no column; expected some of ${NAMES.join(', ')}`),
    ...new Set(doubled.map((name) => `"${name}" is there twice`)),
  ];
}

/** The layout of the columns chosen by name, of all when none is; `editable` names those that people edit. */
export function createLayout(
  chosen: readonly string[] = NAMES,
  editable: Partial<Record<ColumnName, unknown>> = EDITABLE,
): Layout {
  const known = new Map(COLUMNS.map((column) => [column.name as string, column]));
  const columns = [...new Set<string>([...NEEDED, ...chosen])].flatMap((name) => known.get(name) ?? []);
  const names = columns.map(({ name }) => name);
  return {
    columns,
    names,
    watched: names.filter((name) => name === 'key' || name in editable),
    isEditable: (name): name is EditableColumn => name in editable,
  };
}
