/* Packages */
export { readPackage, type Package, type PackagedComponent, type Problem } from './read-package.ts';
export { CONTENT, packagePathOf } from './package-path.ts';
export { manifestOf, type Manifest } from './manifest.ts';

export { REFUSED_TYPES } from './refused-types.ts';

/* Components */
export { componentAt, isContent, sourcePathOf, splitName, type ComponentName } from './source-path.ts';
export {
  BUNDLE,
  COMPONENT_TYPES,
  findChildType,
  findType,
  FOLDER_TYPES,
  LABEL,
  LABELS,
  SHARING_RULES,
  type ChildType,
  type ComponentType,
} from './component-types.ts';
