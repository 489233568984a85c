import type { SourceFiles } from '../../org-source/index.ts';
import { labelsOf, pathsByComponent } from '../deploy/index.ts';
import {
  BUNDLE,
  findChildType,
  findType,
  isContent,
  LABEL,
  LABELS,
  packagePathOf,
  splitName,
  type ComponentName,
  type Manifest,
} from '../package/index.ts';
import { childText, documentFrom, escapeXml, innerText, readRanges } from '../xml/index.ts';

/** A package of what a manifest names. */
export interface Packed {
  files: Map<string, Buffer>;
  components: ComponentName[];
  missing: ComponentName[];
}

/** Puts components of source together as files of a package: the parts of an object go into its one file. */
export function packComponents(source: SourceFiles, manifest: Manifest, version: string): Packed {
  const paths = pathsByComponent(source);
  const packing: Packing = { source, paths, files: new Map(), objects: new Map() };
  const components: ComponentName[] = [];
  const missing: ComponentName[] = [];
  for (const [type, members] of manifest) {
    for (const fullName of members.flatMap((member) => (member === '*' ? everyName(packing, type) : [member]))) {
      (pack(packing, { type, fullName }) ? components : missing).push({ type, fullName });
    }
  }
  for (const [object, elements] of packing.objects) {
    const text = documentFrom('CustomObject', [...elements.values()]);
    packing.files.set(`objects/${object}.object`, Buffer.from(text));
  }
  packing.files.set('package.xml', Buffer.from(writeManifest(components, version)));
  return { files: packing.files, components, missing };
}

interface Packing {
  source: SourceFiles;
  paths: Map<string, string[]>;
  files: Map<string, Buffer>;
  /** Object → its elements, by what they are. */
  objects: Map<string, Map<string, string>>;
}

function everyName({ source, paths }: Packing, type: string): string[] {
  if (type === LABEL) return [...labelsIn(source, paths).keys()];
  return [...paths.keys()].filter((key) => key.startsWith(`${type}#`)).map((key) => key.slice(type.length + 1));
}

function pack(packing: Packing, name: ComponentName): boolean {
  const { source, paths, files } = packing;
  const { type, fullName } = name;
  if (type === LABEL) return packLabel(packing, fullName);
  if (type === 'CustomObject') return packObject(packing, fullName);
  if (findChildType(type) !== undefined) return packPart(packing, name);
  const found = paths.get(`${type}#${fullName}`);
  if (found === undefined) return false;
  for (const path of found) {
    const content = source.get(path);
    if (content !== undefined) files.set(packagedAs(name, path), content);
  }
  return true;
}

function packagedAs(name: ComponentName, path: string): string {
  if (name.type === BUNDLE) return /(?:^|\/)(lwc\/[^/]+\/.*)$/.exec(path)?.[1] ?? path;
  const isFolder = findType(name.type)?.inFolder === true && !name.fullName.includes('/');
  const isBesideContent = findType(name.type)?.hasContent === true && !isFolder && !isContent(path);
  return `${packagePathOf(name)}${isBesideContent ? '-meta.xml' : ''}`;
}

/** An object with everything that it has. */
function packObject(packing: Packing, object: string): boolean {
  const own = packing.paths.get(`CustomObject#${object}`);
  const parts = [...packing.paths.keys()].flatMap((key) => {
    const [type = '', fullName = ''] = key.split('#');
    return findChildType(type) !== undefined && splitName(fullName)[0] === object ? [{ type, fullName }] : [];
  });
  if (own === undefined && parts.length === 0) return false;
  for (const part of parts) packPart(packing, part);
  const text = packing.source.get(own?.[0] ?? '')?.toString('utf8');
  if (text === undefined) return true;
  for (const [index, element] of readRanges(text).children.entries()) {
    elementsOf(packing, object).set(`own ${index}`, text.slice(element.start, element.end));
  }
  return true;
}

function packPart(packing: Packing, { type, fullName }: ComponentName): boolean {
  const text = packing.source.get(packing.paths.get(`${type}#${fullName}`)?.[0] ?? '')?.toString('utf8');
  const element = findChildType(type)?.child.element;
  if (text === undefined || element === undefined) return false;
  const [object, name] = splitName(fullName);
  const root = readRanges(text);
  const named = childText(text, root, 'fullName') === undefined ? `<fullName>${escapeXml(name)}</fullName>` : '';
  elementsOf(packing, object).set(`${element} ${name}`, `<${element}>${named}${innerText(text, root)}</${element}>`);
  return true;
}

function elementsOf({ objects }: Packing, object: string): Map<string, string> {
  const elements = objects.get(object) ?? new Map<string, string>();
  objects.set(object, elements);
  return elements;
}

function packLabel({ source, paths, files }: Packing, name: string): boolean {
  const label = labelsIn(source, paths).get(name);
  if (label === undefined) return false;
  const path = packagePathOf({ type: LABELS, fullName: LABELS });
  const packed = labelsOf(files.get(path)?.toString('utf8') ?? documentFrom(LABELS, []));
  files.set(path, Buffer.from(documentFrom(LABELS, [...packed.set(name, label).values()])));
  return true;
}

function labelsIn(source: SourceFiles, paths: Map<string, string[]>): Map<string, string> {
  const text = source.get(paths.get(`${LABELS}#${LABELS}`)?.[0] ?? '')?.toString('utf8');
  return text === undefined ? new Map<string, string>() : labelsOf(text);
}

function writeManifest(components: ComponentName[], version: string): string {
  const types = Map.groupBy(components, ({ type }) => type);
  const elements = [...types].map(([type, members]) => {
    const listed = members.map(({ fullName }) => `<members>${escapeXml(fullName)}</members>`).join('');
    return `<types>${listed}<name>${type}</name></types>`;
  });
  return documentFrom('Package', [...elements, `<version>${escapeXml(version)}</version>`]);
}
