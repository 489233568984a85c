import { BUNDLE, COMPONENT_TYPES, findType } from './component-types.ts';
import { decodeName, type ComponentName } from './source-path.ts';

/** The component that a file of a package belongs to, and its name within a bundle, which is blank otherwise. */
export function componentOfFile(path: string): (ComponentName & { file: string }) | undefined {
  const [, folder, rest = ''] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  const found = COMPONENT_TYPES.find((one) => one.folder === folder);
  if (found === undefined) return undefined;
  const { type, suffix, inFolder } = found;
  if (type === BUNDLE) {
    const [, bundle, file] = /^([^/]+)\/(.+)$/.exec(rest) ?? [];
    return bundle === undefined || file === undefined ? undefined : { type, fullName: bundle, file };
  }
  if (inFolder && rest.endsWith('-meta.xml') && !rest.includes('/')) {
    return { type, fullName: decodeName(rest.slice(0, -'-meta.xml'.length)), file: '' };
  }
  if (!rest.endsWith(`.${suffix}`)) return undefined;
  return { type, fullName: decodeName(rest.slice(0, -suffix.length - 1)), file: '' };
}

/** The file of a package in which a component of one file stands. */
export function packagePathOf({ type, fullName }: ComponentName): string {
  const found = findType(type);
  if (found === undefined) throw new RangeError(`Expected a type that can be retrieved, got ${type}`);
  const isFolder = found.inFolder && !fullName.includes('/');
  return `${found.folder}/${fullName}${isFolder ? '-meta.xml' : `.${found.suffix}`}`;
}
