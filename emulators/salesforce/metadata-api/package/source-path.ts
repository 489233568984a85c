import { BUNDLE, COMPONENT_TYPES, findChildType, findType } from './component-types.ts';

/** A component by its type and full name. */
export interface ComponentName {
  type: string;
  /** `Implementation_Request__c.Status__c` for a part of an object. */
  fullName: string;
}

/** Where a component's own file goes in source when it is not there yet. */
export function sourcePathOf({ type, fullName }: ComponentName): string {
  const part = findChildType(type);
  if (part !== undefined) {
    const [object, name] = splitName(fullName);
    return `main/default/objects/${object}/${part.child.folder}/${name}.${part.child.suffix}-meta.xml`;
  }
  const found = findType(type);
  if (found === undefined) throw new RangeError(`Expected a type that can be deployed, got ${type}`);
  const { folder, suffix, inFolder } = found;
  if (type === 'CustomObject') return `main/default/objects/${fullName}/${fullName}.object-meta.xml`;
  if (inFolder && !fullName.includes('/')) return `main/default/${folder}/${fullName}.${suffix}Folder-meta.xml`;
  return `main/default/${folder}/${fullName}.${suffix}-meta.xml`;
}

/** Which component a file of source belongs to; undefined for a file that is none. */
export function componentAt(path: string): ComponentName | undefined {
  const bundle = /(?:^|\/)lwc\/([^/]+)\/(?!__)[^/]+/.exec(path)?.[1];
  if (bundle !== undefined) return { type: BUNDLE, fullName: bundle };
  const part = /(?:^|\/)objects\/([^/]+)\/(?:([^/]+)\/)?([^/]+)\.(\w+)-meta\.xml$/.exec(path);
  if (part !== null) {
    const [, object = '', folder, name = '', suffix] = part;
    const children = findType('CustomObject')?.children ?? [];
    const type =
      folder === undefined
        ? 'CustomObject'
        : children.find((one) => one.suffix === suffix && one.folder === folder)?.type;
    const fullName = folder === undefined ? object : `${object}.${decodeName(name)}`;
    return type === undefined ? undefined : { type, fullName };
  }
  const content = contentAt(path);
  if (content !== undefined) return content;
  const plain = /(?:^|\/)([^/]+)\/(?:([^/]+)\/)?([^/]+)\.(\w+)-meta\.xml$/.exec(path);
  if (plain === null) return undefined;
  return plainComponent(plain);
}

/** Whether a file of source is the content of a component, which has its metadata beside it. */
export function isContent(path: string): boolean {
  return contentAt(path) !== undefined;
}

function contentAt(path: string): ComponentName | undefined {
  const template = /(?:^|\/)email\/([^/]+\/[^/]+)\.email$/.exec(path)?.[1];
  if (template !== undefined) return { type: 'EmailTemplate', fullName: decodeName(template) };
  if (path.endsWith('.resource-meta.xml')) return undefined;
  const resource = /(?:^|\/)staticresources\/([^/]+?)(?:\.[^./]+)?$/.exec(path)?.[1];
  return resource === undefined ? undefined : { type: 'StaticResource', fullName: resource };
}

function plainComponent([, outer = '', inner, file = '', suffix = '']: string[]): ComponentName | undefined {
  const name = decodeName(file);
  const inside = COMPONENT_TYPES.find(({ inFolder, folder }) => inFolder && folder === outer);
  if (inside?.suffix === suffix && inner !== undefined) return { type: inside.type, fullName: `${inner}/${name}` };
  const folder = inner ?? outer;
  const found = COMPONENT_TYPES.find((one) => one.folder === folder);
  if (found?.inFolder === true && suffix === `${found.suffix}Folder`) return { type: found.type, fullName: name };
  return found?.suffix === suffix && found.suffix !== '' ? { type: found.type, fullName: name } : undefined;
}

/** `Object.Part` → both; the name of a part may have a dot. */
export function splitName(fullName: string): [string, string] {
  const dot = fullName.indexOf('.');
  return dot === -1 ? [fullName, ''] : [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

/** A name as it is, from a file name that escapes what file systems do not like. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
