import { findSource } from './project.ts';
import { readMetadata } from './xml.ts';

/** Names that page layouts use for standard fields in related lists. */
const STANDARD_COLUMNS: Record<string, string> = {
  NAME: 'Name',
  OWNER_NAME: 'OwnerId',
  'CORE.USERS.ALIAS': 'OwnerId',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
};

/** Columns of the related lists in the object's page layout: `Child__c.Lookup__c` → field API names. */
export function relatedListColumns(source: string, object: string): Record<string, string[]> {
  const columns: Record<string, string[]> = {};
  for (const file of findSource(source, `layouts/${object}-*.layout-meta.xml`)) {
    for (const list of readMetadata(file, 'Layout').all('relatedLists')) {
      const name = list.text('relatedList');
      if (name !== undefined) columns[name] ??= list.texts('fields').map((field) => STANDARD_COLUMNS[field] ?? field);
    }
  }
  return columns;
}
