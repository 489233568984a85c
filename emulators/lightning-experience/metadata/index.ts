export { findSource, packageDirectories } from './project.ts';
export { parseFlexiPage, type FlexiPage, type PageItem, type VisibilityRule } from './flexipage.ts';
export { parseApplication, type Application } from './application.ts';
export { readApplication, readRecordPage, type RecordPage } from './record-page.ts';
export { readLabels } from './labels.ts';
export { readMetadata } from './xml.ts';
export { possibleIcons } from './icon.ts';
