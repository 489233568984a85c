import type { SourceFiles } from '../../org-source/index.ts';
import { componentAt, LABEL, splitName, type ComponentName } from '../package/index.ts';
import { childText, findRanges, readRanges, without, type XmlRange } from '../xml/index.ts';
import { pathsByComponent, keyOf } from './apply-package.ts';
import { labelsOf, withoutLabels } from './merge-labels.ts';

/**
 * Takes a component out of source. As on the platform, layouts, list views and permission sets let go of it by
 * themselves; what else refers to it is found when the source is checked. Undefined when there is no such component.
 */
export function deleteComponent(source: SourceFiles, name: ComponentName): Map<string, Buffer> | undefined {
  const next = new Map(source);
  if (name.type === LABEL) return deleteLabel(next, name.fullName);
  const paths = pathsByComponent(source).get(keyOf(name));
  if (paths === undefined) return undefined;
  for (const path of paths) next.delete(path);
  if (name.type === 'CustomField') letGoOf(next, ...splitName(name.fullName));
  if (name.type === 'CustomObject') deleteObject(next, name.fullName);
  if (name.type === 'CustomTab') cutInAll(next, 'PermissionSet', isAbout('tabSettings', 'tab', name.fullName));
  return next;
}

function deleteLabel(source: Map<string, Buffer>, name: string): Map<string, Buffer> | undefined {
  for (const [path, content] of source) {
    if (!path.endsWith('.labels-meta.xml') || !labelsOf(content.toString('utf8')).has(name)) continue;
    const rest = withoutLabels(content.toString('utf8'), new Set([name]));
    if (labelsOf(rest).size > 0) source.set(path, Buffer.from(rest));
    else source.delete(path);
    return source;
  }
  return undefined;
}

function deleteObject(source: Map<string, Buffer>, object: string): void {
  for (const path of [...source.keys()]) {
    const name = componentAt(path);
    const isPart = name !== undefined && splitName(name.fullName)[0] === object && path.includes('/objects/');
    const isLayout = name?.type === 'Layout' && name.fullName.startsWith(`${object}-`);
    const isTab = name?.type === 'CustomTab' && name.fullName === object;
    if (isPart || isLayout || isTab) source.delete(path);
  }
  cutInAll(source, 'PermissionSet', (text, element) => {
    const field = element.name === 'fieldPermissions' ? childText(text, element, 'field') : undefined;
    return (
      field?.startsWith(`${object}.`) === true ||
      isAbout('objectPermissions', 'object', object)(text, element) ||
      isAbout('tabSettings', 'tab', object)(text, element)
    );
  });
  cutInAll(source, 'Layout', (text, element) => {
    const list = element.name === 'relatedLists' ? childText(text, element, 'relatedList') : undefined;
    return list?.startsWith(`${object}.`) === true;
  });
}

function letGoOf(source: Map<string, Buffer>, object: string, field: string): void {
  cutInAll(source, 'PermissionSet', isAbout('fieldPermissions', 'field', `${object}.${field}`));
  cutInAll(source, 'Layout', (text, element, owner) => {
    const isItem = isAbout('layoutItems', 'field', field)(text, element);
    return (
      (isItem && owner.startsWith(`${object}-`)) ||
      isAbout('relatedLists', 'relatedList', `${object}.${field}`)(text, element)
    );
  });
  cutInAll(source, 'ListView', (text, element, owner) => {
    const isColumn = element.name === 'columns' && /^<[^>]*>([^<]*)</.exec(text.slice(element.start))?.[1] === field;
    return owner.startsWith(`${object}.`) && (isColumn || isAbout('filters', 'field', field)(text, element));
  });
}

type Test = (text: string, element: XmlRange, owner: string) => boolean;

function isAbout(element: string, child: string, value: string): (text: string, element: XmlRange) => boolean {
  return (text, found) => found.name === element && childText(text, found, child) === value;
}

/** Cuts elements out of every component of a type. */
function cutInAll(source: Map<string, Buffer>, type: string, test: Test): void {
  for (const [path, content] of source) {
    const name = componentAt(path);
    if (name?.type !== type) continue;
    const text = content.toString('utf8');
    const found = findRanges(readRanges(text), (element) => test(text, element, name.fullName));
    if (found.length > 0) source.set(path, Buffer.from(without(text, found).text));
  }
}
