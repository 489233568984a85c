import { createRequire } from 'node:module';
import { byPlace, type Finding } from './finding.ts';
import { createProject, type Project } from './project.ts';
import { checkApplications } from './rules/applications.ts';
import { checkBundles } from './rules/bundles.ts';
import { checkFields } from './rules/fields.ts';
import { checkFlows } from './rules/flows.ts';
import { checkGroups } from './rules/groups.ts';
import { checkLayouts } from './rules/layouts.ts';
import { checkObjects } from './rules/objects.ts';
import { checkPages } from './rules/pages.ts';
import { checkPermissionSets } from './rules/permission-sets.ts';
import { checkTexts } from './rules/texts.ts';
import { checkValidationRules } from './rules/validation-rules.ts';
import { readSources, type Source } from './sources.ts';
import { readStandardObjects } from './standard-objects.ts';
import { checkStructure } from './structure.ts';
import { readDeclarations } from './type-declarations.ts';

/** What refers to what; each rule sees the whole project. */
const RULES: ((project: Project) => Finding[])[] = [
  checkApplications,
  checkBundles,
  checkFields,
  checkFlows,
  checkGroups,
  checkLayouts,
  checkObjects,
  checkPages,
  checkPermissionSets,
  checkTexts,
  checkValidationRules,
];

/**
 * Checks every metadata file under a folder against the types of the Metadata API, and every reference between them.
 * The types are those of API version 66.0, in `@salesforce/types`.
 */
export async function checkMetadata(folder: string): Promise<{ files: number; findings: Finding[] }> {
  const sources = await readSources(folder);
  const files = sources.filter(({ path }) => path.endsWith('-meta.xml')).length;
  return { files, findings: await checkSources(sources) };
}

/** Checks files that are already read. */
export async function checkSources(sources: Source[]): Promise<Finding[]> {
  const types = createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts');
  const declarations = await readDeclarations(types);
  const project = createProject(sources, await readStandardObjects());
  const malformed = sources.flatMap(({ path, problem }) => (problem ? [{ file: path, ...problem }] : []));
  const structure = project.files.flatMap(({ path, root }) =>
    checkStructure(root, declarations).map((remark) => ({ file: path, ...remark })),
  );
  return [...malformed, ...structure, ...RULES.flatMap((check) => check(project))].sort(byPlace);
}
