/** How a column shows its values. */
export type ColumnFormat = 'text' | 'integer' | 'money' | 'date' | 'longText';

export interface Column {
  /** What the column is known by, whatever people call it or wherever they move it. */
  name: string;
  header: string;
  format: ColumnFormat;
  /** Width in pixels. */
  width: number;
  hidden?: boolean;
}

/** The columns of the backlog, in their first order. Those in `EDITABLE` are edited in the sheet. */
export const COLUMNS = [
  { name: 'key', header: 'Salesforce Id', format: 'text', width: 150, hidden: true },
  { name: 'number', header: 'Request', format: 'text', width: 90 },
  { name: 'rank', header: 'Rank', format: 'integer', width: 60 },
  { name: 'priority', header: 'Priority', format: 'text', width: 75 },
  { name: 'status', header: 'Status', format: 'text', width: 130 },
  { name: 'customer', header: 'Customer', format: 'text', width: 170 },
  { name: 'opportunity', header: 'Opportunity', format: 'text', width: 260 },
  { name: 'stage', header: 'Stage', format: 'text', width: 130 },
  { name: 'closeDate', header: 'Close date', format: 'date', width: 95 },
  { name: 'requestType', header: 'Request type', format: 'text', width: 170 },
  { name: 'strategy', header: 'Strategy', format: 'text', width: 130 },
  { name: 'method', header: 'Expected method', format: 'text', width: 160 },
  { name: 'provider', header: 'Expected provider', format: 'text', width: 140 },
  { name: 'revenue', header: 'ARR', format: 'money', width: 90 },
  { name: 'nextSteps', header: 'Next steps', format: 'longText', width: 260 },
  { name: 'triageNotes', header: 'Triage notes', format: 'longText', width: 260 },
  { name: 'accountExecutive', header: 'AE', format: 'text', width: 120 },
  { name: 'customerEngineer', header: 'CE', format: 'text', width: 120 },
  { name: 'artifacts', header: 'Artifacts', format: 'longText', width: 220 },
  { name: 'additionalInformation', header: 'Additional information', format: 'longText', width: 300 },
  { name: 'filedOn', header: 'Filed on', format: 'date', width: 95 },
] as const satisfies readonly Column[];

export type ColumnName = (typeof COLUMNS)[number]['name'];

export const COLUMN_NAMES: readonly ColumnName[] = COLUMNS.map(({ name }) => name);

/** The field in Salesforce behind each column that people edit in the sheet. */
export const EDITABLE = {
  rank: 'Backlog_Rank__c',
  priority: 'Priority__c',
  nextSteps: 'Next_Steps__c',
  triageNotes: 'Triage_Notes__c',
} as const satisfies Partial<Record<ColumnName, string>>;

export type EditableColumn = keyof typeof EDITABLE;

/**
 * What is read in every cycle: the key, the number that shows whether the key still stands beside its own row, and the
 * columns that people edit.
 */
export const WATCHED = ['key', 'number', 'rank', 'priority', 'nextSteps', 'triageNotes'] as const satisfies readonly (
  'key' | 'number' | EditableColumn
)[];

export function isEditable(name: ColumnName): name is EditableColumn {
  return name in EDITABLE;
}

export function isWatched(name: ColumnName): boolean {
  return (WATCHED as readonly ColumnName[]).includes(name);
}
