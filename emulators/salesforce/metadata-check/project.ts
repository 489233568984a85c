import { basename, dirname } from 'node:path';
import type { Finding } from './finding.ts';
import { createObjects, type ObjectModel } from './objects.ts';
import type { Source } from './sources.ts';
import type { StandardObject } from './standard-objects.ts';
import { textOf, type XmlElement } from './xml.ts';

/** One metadata file that is well formed. */
export interface MetadataFile {
  /** Relative to the working directory. */
  path: string;
  /** Name of the component, as its file is called. */
  name: string;
  root: XmlElement;
}

/** A file of a Lightning web component. */
export interface BundleFile {
  path: string;
  /** Name of the component's folder. */
  bundle: string;
  text: string;
}

/** Everything under one source folder. */
export interface Project {
  files: MetadataFile[];
  objects: Map<string, ObjectModel>;
  bundleFiles: BundleFile[];
}

/** Sorts the files of a source folder into what the rules look at; files that are not well formed are left out. */
export function createProject(sources: Source[], standard: Map<string, StandardObject>): Project {
  const files = sources.flatMap(({ path, root }) => (root ? [{ path, name: componentName(path), root }] : []));
  const bundleFiles = sources
    .filter(({ path }) => !path.endsWith('.xml'))
    .map(({ path, text }) => ({ path, bundle: basename(dirname(path)), text }));
  return { files, objects: createObjects(files, standard), bundleFiles };
}

/** The files whose root element is of this type. */
export function filesOf(project: Project, type: string): MetadataFile[] {
  return project.files.filter(({ root }) => root.name === type);
}

/** The component of this type and name. */
export function findFile(project: Project, type: string, name: string): MetadataFile | undefined {
  return filesOf(project, type).find((file) => file.name === name);
}

/** The API name of the object in whose folder a file lies. */
export function objectOf({ path }: MetadataFile): string {
  return basename(dirname(dirname(path)));
}

/** A finding at an element of a file. */
export function at({ path }: MetadataFile, { line }: XmlElement, message: string): Finding {
  return { file: path, line, message };
}

/** A finding that is only about how this project is written. */
export function againstHouseRule(file: MetadataFile, element: XmlElement, message: string): Finding {
  return { ...at(file, element, message), isHouseRule: true };
}

/** The text of a child element, blank when it is absent. */
export function valueOf(element: XmlElement, name: string): string {
  return textOf(element, name) ?? '';
}

// Status__c.field-meta.xml, implementationRequestPanel.js-meta.xml, A__c-Its Layout.layout-meta.xml
function componentName(path: string): string {
  return decodeURIComponent(basename(path).replace(/\.[A-Za-z]+-meta\.xml$/, ''));
}
