export interface TableRow {
  key: string;
  kind: 'group' | 'detail' | 'total' | 'line' | 'sum';
  depth: number;
  title?: string;
  totals?: string;
  cells: { key: string; label: string; text: string; url: string | null }[];
}

/** `result` is what the Analytics API answers. */
export function toTable(result: unknown): { columns: { key: string; label: string }[]; rows: TableRow[] };
