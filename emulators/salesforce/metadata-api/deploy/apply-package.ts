import { parseXml, XmlError, type XmlElement } from '../../metadata-check/index.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { BUNDLE, componentAt, LABELS, SHARING_RULES, sourcePathOf, type PackagedComponent } from '../package/index.ts';
import { mergeLabels } from './merge-labels.ts';
import { mergeSharingRules } from './merge-sharing-rules.ts';

/** What became of a component, and where its files are in source. */
export interface AppliedComponent {
  component: PackagedComponent;
  created: boolean;
  changed: boolean;
  /** Path in source → line in the package for each line there, and the file it came from. */
  files: Map<string, { fileName: string; lines: number[] }>;
}

/** Puts the components of a package into source; each replaces what the org had under its name. */
export function applyPackage(
  source: SourceFiles,
  components: PackagedComponent[],
): { source: Map<string, Buffer>; applied: AppliedComponent[] } {
  const next = new Map(source);
  const paths = pathsByComponent(source);
  const applied = components.map((component) => {
    const known = paths.get(keyOf(component)) ?? [];
    const files = component.type === BUNDLE ? bundleFiles(component, known) : singleFile(component, known, source);
    const created = known.length === 0;
    const isSame =
      known.length === files.size &&
      [...files].every(([path, { content }]) => sameContent(path, source.get(path), content));
    // What has not changed stays as it is written, so that the source is found unchanged by the next boot.
    if (!isSame) {
      for (const path of known) next.delete(path);
      for (const [path, { content }] of files) next.set(path, content);
    }
    return { component, created, changed: created || !isSame, files };
  });
  return { source: next, applied };
}

/** The files of every component, by type and full name. */
export function pathsByComponent(source: SourceFiles): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const path of source.keys()) {
    const name = componentAt(path);
    if (name === undefined) continue;
    const key = keyOf(name);
    paths.set(key, [...(paths.get(key) ?? []), path]);
  }
  return paths;
}

export function keyOf({ type, fullName }: { type: string; fullName: string }): string {
  return `${type}#${fullName}`;
}

interface NewFile {
  fileName: string;
  content: Buffer;
  lines: number[];
}

function bundleFiles({ fullName, files }: PackagedComponent, known: string[]): Map<string, NewFile> {
  const folder = known[0]?.replace(/(\/lwc\/[^/]+)\/.*$/, '$1') ?? `main/default/lwc/${fullName}`;
  return new Map([...files].map(([name, file]) => [`${folder}/${name}`, file]));
}

/** Types whose file holds many parts, of which a package may bring some. */
const MERGED: Record<string, (existing: string, deployed: string) => string> = {
  [LABELS]: mergeLabels,
  [SHARING_RULES]: mergeSharingRules,
};

function singleFile(component: PackagedComponent, known: string[], source: SourceFiles): Map<string, NewFile> {
  const path = known[0] ?? sourcePathOf(component);
  const [file] = component.files.values();
  if (file === undefined) return new Map();
  const existing = source.get(path);
  const merge = MERGED[component.type];
  const content =
    merge !== undefined && existing !== undefined
      ? Buffer.from(merge(existing.toString('utf8'), file.content.toString('utf8')))
      : file.content;
  return new Map([[path, { ...file, content }]]);
}

function sameContent(path: string, before: Buffer | undefined, after: Buffer): boolean {
  if (before === undefined) return false;
  if (!path.endsWith('.xml')) return before.equals(after);
  try {
    return canonical(parseXml(before.toString('utf8'))) === canonical(parseXml(after.toString('utf8')));
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}

function canonical(element: XmlElement): string {
  return JSON.stringify(element, (key, value: unknown) => {
    if (key === 'line') return undefined;
    return typeof value === 'string' ? value.trim() : value;
  });
}
