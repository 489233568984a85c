export { OrgSource, readSource, type SourceFiles } from './org-source.ts';
