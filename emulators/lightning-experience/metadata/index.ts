export { findSource, packageDirectories } from './project.ts';
export { parseFlexiPage, type FlexiPage, type PageItem, type VisibilityRule } from './flexipage.ts';
export { parseApplication, type Application, type NavigationItem } from './application.ts';
export { navigationOf, permissionSetsOfGroup } from './navigation.ts';
export { readHomePage, readTabPage } from './home-page.ts';
export { readApplication, readRecordPage, type RecordPage } from './record-page.ts';
export { readLabels } from './labels.ts';
export { readMetadata } from './xml.ts';
export { possibleIcons } from './icon.ts';
