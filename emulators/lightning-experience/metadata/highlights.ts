import { basename } from 'node:path';
import { findSource } from './project.ts';
import { readMetadata } from './xml.ts';

/** What the platform's own compact layouts show, for objects whose source assigns none. */
const STANDARD_HIGHLIGHTS: Record<string, string[]> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId'],
  Case: ['CaseNumber', 'Priority', 'Status'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
};

/** Fields of the object's highlights panel, the record's name first: its primary compact layout. */
export function highlightFields(source: string, object: string): string[] {
  const [objectFile] = findSource(source, `objects/${object}/${object}.object-meta.xml`);
  const assigned =
    objectFile === undefined ? undefined : readMetadata(objectFile, 'CustomObject').text('compactLayoutAssignment');
  const layout = findSource(source, `objects/${object}/compactLayouts/*.compactLayout-meta.xml`).find(
    (file) => basename(file) === `${assigned ?? ''}.compactLayout-meta.xml`,
  );
  if (layout !== undefined) return readMetadata(layout, 'CompactLayout').texts('fields');
  return STANDARD_HIGHLIGHTS[object] ?? ['Name'];
}
