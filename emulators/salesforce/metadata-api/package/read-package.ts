import { parseXml, XmlError } from '../../metadata-check/index.ts';
import { childText, lineAt, readRanges, documentOf, wholeOf, without, type Excerpt } from '../xml/index.ts';
import {
  BUNDLE,
  findChildType,
  findType,
  LABEL,
  LABELS,
  SHARING_RULES,
  SINGLE_SHARING_RULES,
} from './component-types.ts';
import { names, readManifest, type Manifest } from './manifest.ts';
import { componentOfFile } from './package-path.ts';
import { decodeName, type ComponentName } from './source-path.ts';

/** A component as a package brings it. */
export interface PackagedComponent extends ComponentName {
  /** Its file in the package, or the first of a bundle. */
  fileName: string;
  /** File name in the bundle, or blank for a component of one file → its content. */
  files: Map<string, PackagedFile>;
}

export interface PackagedFile {
  fileName: string;
  content: Buffer;
  /** The line in the package's file for each line of the content. */
  lines: number[];
}

/** Something wrong, told as one entry of a deployment's `componentFailures`. */
export interface Problem extends ComponentName {
  fileName: string;
  problem: string;
  lineNumber?: number;
  columnNumber?: number;
  isWarning?: true;
}

export interface Package {
  components: PackagedComponent[];
  /** What the destructive manifests name, in the order in which they are carried out. */
  deletions: (ComponentName & { fileName: string; comesFirst: boolean })[];
  problems: Problem[];
}

const MANIFEST = 'package.xml';
const DESTRUCTIVE = ['destructiveChangesPre.xml', 'destructiveChanges.xml', 'destructiveChangesPost.xml'];

/** Sorts the files of a package into components. What is wrong with its make-up is told, not thrown. */
export function readPackage(zipped: Map<string, Buffer>): Package {
  const files = fromItsFolder(zipped);
  const manifestFile = files.get(MANIFEST);
  if (manifestFile === undefined) {
    return { components: [], deletions: [], problems: [ofFile(MANIFEST, 'No package.xml found')] };
  }
  try {
    const manifest = readManifest(manifestFile.toString('utf8'));
    const deletions = readDeletions(files);
    const found = [...files].filter(([path]) => path !== MANIFEST && !DESTRUCTIVE.includes(path));
    const candidates = new Map<string, PackagedComponent>();
    const problems = found.flatMap(([path, content]) => addCandidates(candidates, path, content));
    const all = [...candidates.values()];
    const components = all.filter((component) => isNamed(manifest, component));
    return {
      components,
      deletions,
      problems: [...problems, ...unnamed(manifest, all), ...missing(manifest, all, problems)],
    };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return {
      components: [],
      deletions: [],
      problems: [{ ...ofFile(MANIFEST, error.message), lineNumber: error.line }],
    };
  }
}

/** A package may lie in one folder of its ZIP. */
function fromItsFolder(files: Map<string, Buffer>): Map<string, Buffer> {
  const manifest = [...files.keys()].filter((path) => /^([^/]+\/)?package\.xml$/.test(path)).toSorted()[0];
  const folder = manifest?.slice(0, -MANIFEST.length) ?? '';
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}

function readDeletions(files: Map<string, Buffer>): Package['deletions'] {
  return DESTRUCTIVE.flatMap((fileName) => {
    const file = files.get(fileName);
    if (file === undefined) return [];
    const comesFirst = fileName !== 'destructiveChangesPost.xml';
    return [...readManifest(file.toString('utf8'))].flatMap(([type, members]) =>
      members.map((fullName) => ({ type, fullName, fileName, comesFirst })),
    );
  });
}

function addCandidates(candidates: Map<string, PackagedComponent>, path: string, content: Buffer): Problem[] {
  const name = componentOfFile(path);
  if (name === undefined) return [ofFile(path, 'Unknown file: no type of component that this org takes has it')];
  const { type, fullName, file } = name;
  // Tests of a component stay at home.
  if (type === BUNDLE && file.startsWith('__')) return [];
  const text = content.toString('utf8');
  const put = (component: ComponentName, excerpt: Excerpt): void => {
    const key = `${component.type}#${component.fullName}`;
    const known = candidates.get(key) ?? { ...component, fileName: path, files: new Map<string, PackagedFile>() };
    known.files.set(file, { fileName: path, content: Buffer.from(excerpt.text), lines: excerpt.lines });
    candidates.set(key, known);
  };
  const isXml = type !== BUNDLE || file.endsWith('.xml');
  if (isXml) {
    try {
      parseXml(text);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      put({ type, fullName }, wholeOf('<broken/>'));
      return [{ type, fullName, fileName: path, problem: error.message, lineNumber: error.line }];
    }
  }
  if (type === 'CustomObject') putObject(fullName, text, put);
  else put({ type, fullName }, wholeOf(text));
  return [];
}

function putObject(object: string, text: string, put: (component: ComponentName, excerpt: Excerpt) => void): void {
  const root = readRanges(text);
  const { children: types = [] } = findType('CustomObject') ?? {};
  const parts = root.children.flatMap((element) => {
    const child = types.find((type) => type.element === element.name);
    return child === undefined ? [] : [{ element, child }];
  });
  put(
    { type: 'CustomObject', fullName: object },
    without(
      text,
      parts.map(({ element }) => element),
    ),
  );
  for (const { element, child } of parts) {
    const name = childText(text, element, 'fullName') ?? `(line ${lineAt(text, element.start)})`;
    put({ type: child.type, fullName: `${object}.${name}` }, documentOf(text, element, child.type));
  }
}

function isNamed(manifest: Manifest, { type, fullName }: ComponentName): boolean {
  if (type === LABELS) return manifest.has(LABELS) || manifest.has(LABEL);
  if (type === SHARING_RULES && namesRuleOf(manifest, fullName)) return true;
  const object = findChildType(type) === undefined ? undefined : fullName.split('.')[0];
  return names(manifest, type, fullName) || (object !== undefined && names(manifest, 'CustomObject', object));
}

function namesRuleOf(manifest: Manifest, object: string): boolean {
  const members = SINGLE_SHARING_RULES.flatMap((type) => manifest.get(type) ?? []);
  return members.some((member) => member.startsWith(`${object}.`));
}

/** A whole file that the manifest does not name. The object around named parts is not meant. */
function unnamed(manifest: Manifest, candidates: PackagedComponent[]): Problem[] {
  return candidates
    .filter((candidate) => !isNamed(manifest, candidate))
    .filter(({ type, fullName }) => {
      const own = candidates.filter((other) => isNamed(manifest, other) && other.fullName.startsWith(`${fullName}.`));
      return type !== 'CustomObject' || own.length === 0;
    })
    .map(({ type, fullName, fileName }) => ({ type, fullName, fileName, problem: 'Not in package.xml' }));
}

function missing(manifest: Manifest, candidates: PackagedComponent[], problems: Problem[]): Problem[] {
  const there = new Set([...candidates, ...problems].map(({ type, fullName }) => `${type}#${decodeName(fullName)}`));
  return [...manifest].flatMap(([type, members]) => {
    if (type === LABEL || SINGLE_SHARING_RULES.includes(type)) return [];
    if (findType(type) === undefined && findChildType(type) === undefined) {
      return [ofFile(MANIFEST, `${type} cannot be deployed to this org: the type is not supported yet`)];
    }
    return members
      .filter((member) => member !== '*' && !there.has(`${type}#${decodeName(member)}`))
      .map((member) => ({
        type,
        fullName: member,
        fileName: MANIFEST,
        problem: `An object '${member}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      }));
  });
}

function ofFile(fileName: string, problem: string): Problem {
  return { type: '', fullName: fileName, fileName, problem };
}
