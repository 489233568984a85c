import { z } from 'zod';
import { readComponent, xmlList, type MetadataFile } from '../schema/index.ts';

/** A list view of an object. */
export interface ListView {
  object: string;
  name: string;
  label: string;
  /** As the source names them: `NAME`, `Status__c`, `OWNER.ALIAS`. */
  columns: string[];
  scope: string;
  /** Whose records a view of scope `Queue` lists. */
  queue: string | undefined;
  filters: { field: string; operation: string; value: string }[];
  /** `1 AND (2 OR 3)` */
  booleanFilter: string | undefined;
}

const ListViewXml = z.looseObject({
  label: z.string(),
  columns: xmlList(z.string()),
  filterScope: z.string().default('Everything'),
  queue: z.string().optional(),
  filters: xmlList(z.object({ field: z.string(), operation: z.string(), value: z.string().default('') })),
  booleanFilter: z.string().optional(),
});

export function readListView(file: MetadataFile): ListView {
  const { label, columns, filterScope, queue, filters, booleanFilter } = readComponent(file, 'ListView', ListViewXml);
  return { object: file.object, name: file.name, label, columns, scope: filterScope, queue, filters, booleanFilter };
}
