export { OrgSource, type SourceFiles } from './org-source.ts';
