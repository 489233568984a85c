import { basename } from 'node:path';
import { parseApplication, type Application } from './application.ts';
import { perFile } from './files.ts';
import { parseFlexiPage, type FlexiPage } from './flexipage.ts';
import { highlightFields } from './highlights.ts';
import { iconOf } from './icon.ts';
import { findSource } from './project.ts';
import { relatedListColumns } from './related-lists.ts';

/** All that the shell needs to lay out an object's records. */
export interface RecordPage {
  object: string;
  /** Null when no page is made for the object: its records are shown plainly. */
  page: FlexiPage | null;
  highlights: string[];
  /** `standard:opportunity` */
  icon: string;
  /** `Child__c.Lookup__c` → columns. */
  relatedLists: Record<string, string[]>;
}

const parseApplicationFile = perFile((xml, file) => parseApplication(xml, basename(file)));
const parsePageFile = perFile((xml, file) => parseFlexiPage(xml, basename(file, '.flexipage-meta.xml')));

/** The page of an object's records: what the application assigns to View, or the only record page there is. */
export function readRecordPage(source: string, object: string): RecordPage {
  return {
    object,
    page: choosePage(source, object),
    highlights: highlightFields(source, object),
    icon: iconOf(source, object),
    relatedLists: relatedListColumns(source, object),
  };
}

/** The first app of the source; without one, an app that has only a name. */
export function readApplication(source: string): Application {
  const [file] = findSource(source, 'applications/*.app-meta.xml');
  if (file === undefined) {
    return { label: 'Lightning', description: '', objects: [], tabs: [], pages: {}, home: null };
  }
  return parseApplicationFile(file);
}

/** Every FlexiPage of the source. */
export function readPages(source: string): FlexiPage[] {
  return findSource(source, 'flexipages/*.flexipage-meta.xml').map(parsePageFile);
}

function choosePage(source: string, object: string): FlexiPage | null {
  const pages = readPages(source).filter((page) => page.type === 'RecordPage' && page.object === object);
  const assigned = readApplication(source).pages[object];
  if (assigned !== undefined) return pages.find((page) => page.name === assigned) ?? null;
  return pages.length === 1 ? (pages[0] ?? null) : null;
}
