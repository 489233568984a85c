import { BUNDLE, COMPONENT_TYPES, findType } from './component-types.ts';
import { decodeName, type ComponentName } from './source-path.ts';

/** What stands for the content of a component that has a file for it. */
export const CONTENT = 'content';

/**
 * The component that a file of a package belongs to, and which of its files this is: the name within a bundle, CONTENT,
 * or blank for the metadata itself.
 */
export function componentOfFile(path: string): (ComponentName & { file: string }) | undefined {
  const [, folder, rest = ''] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  const found = COMPONENT_TYPES.find((one) => one.folder === folder);
  if (found === undefined) return undefined;
  const { type, suffix, inFolder, hasContent } = found;
  if (type === BUNDLE) {
    const [, bundle, file] = /^([^/]+)\/(.+)$/.exec(rest) ?? [];
    return bundle === undefined || file === undefined ? undefined : { type, fullName: bundle, file };
  }
  if (inFolder && rest.endsWith('-meta.xml') && !rest.includes('/')) {
    return { type, fullName: decodeName(rest.slice(0, -'-meta.xml'.length)), file: '' };
  }
  if (hasContent && rest.endsWith(`.${suffix}-meta.xml`)) {
    return { type, fullName: decodeName(rest.slice(0, -`.${suffix}-meta.xml`.length)), file: '' };
  }
  if (!rest.endsWith(`.${suffix}`)) return undefined;
  if (hasContent) return { type, fullName: decodeName(rest.slice(0, -suffix.length - 1)), file: CONTENT };
  return { type, fullName: decodeName(rest.slice(0, -suffix.length - 1)), file: '' };
}

/** The file of a package in which a component stands, or its content when that is a file of its own. */
export function packagePathOf({ type, fullName }: ComponentName): string {
  const found = findType(type);
  if (found === undefined) throw new RangeError(`Expected a type that can be retrieved, got ${type}`);
  const isFolder = found.inFolder && !fullName.includes('/');
  return `${found.folder}/${fullName}${isFolder ? '-meta.xml' : `.${found.suffix}`}`;
}
