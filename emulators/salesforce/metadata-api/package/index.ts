/* Packages */
export { readPackage, type Package, type PackagedComponent, type Problem } from './read-package.ts';
export { packagePathOf } from './package-path.ts';
export { manifestOf, type Manifest } from './manifest.ts';

/* Components */
export { componentAt, sourcePathOf, splitName, type ComponentName } from './source-path.ts';
export {
  BUNDLE,
  COMPONENT_TYPES,
  findChildType,
  findType,
  LABEL,
  LABELS,
  SHARING_RULES,
  type ChildType,
  type ComponentType,
} from './component-types.ts';
