export { Builder, type BuildOutcome } from './builder.ts';
export { platformModule, type PlatformModules } from './platform-modules.ts';
export { withoutNativeShadow } from './styles.ts';
export { type Preloads } from './preloads.ts';
export { keepIcons } from './icons.ts';
