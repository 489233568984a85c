import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { isKnownKind } from './component-kinds.ts';
import { DeployError } from './errors.ts';
import type { MetadataFile } from './metadata-file.ts';

const Project = z.object({ packageDirectories: z.array(z.object({ path: z.string() })).min(1) });

/** Components that would change what a write does, so that leaving them out unsaid would be a lie. */
const NOT_SUPPORTED = new Set([
  'approvalProcess',
  'assignmentRules',
  'autoResponseRules',
  'businessProcess',
  'cls',
  'duplicateRule',
  'escalationRules',
  'flowDefinition',
  'matchingRule',
  'restrictionRule',
  'trigger',
]);

/** Files told of by path when a project is refused. */
const MOST_TOLD = 10;

/**
 * Every metadata file of an SFDX project, or of a single package folder, in path order.
 *
 * Automation that the org cannot run yet is refused by name, all of it at once.
 */
export function listMetadataFiles(source: string): MetadataFile[] {
  const files = packageFolders(source).flatMap((folder) => metadataFilesIn(folder));
  const refused = files.filter(({ kind }) => NOT_SUPPORTED.has(kind) || !isKnownKind(kind));
  const [first, ...others] = refused.toSorted(
    (one, other) => Number(NOT_SUPPORTED.has(other.kind)) - Number(NOT_SUPPORTED.has(one.kind)),
  );
  if (first === undefined) return files;
  throw new DeployError(first.path, [`${first.kind} is not supported yet`, ...told(others, source)].join('; nor is '));
}

/** Paths within the project, and how many more there are. */
function told(files: MetadataFile[], source: string): string[] {
  const paths = files.slice(0, MOST_TOLD).map(({ path }) => relative(source, path));
  return files.length > MOST_TOLD ? [...paths, `any of ${files.length - MOST_TOLD} more`] : paths;
}

/** The package folders of an SFDX project, or the folder itself when it is one. */
export function packageFolders(source: string): string[] {
  const projectFile = join(source, 'sfdx-project.json');
  if (!existsSync(projectFile)) return [source];
  const parsed = Project.safeParse(JSON.parse(readFileSync(projectFile, 'utf8')));
  if (!parsed.success) throw new DeployError(projectFile, z.prettifyError(parsed.error));
  return parsed.data.packageDirectories.map(({ path }) => join(source, path));
}

function metadataFilesIn(folder: string): MetadataFile[] {
  if (!existsSync(folder)) throw new DeployError(folder, 'package folder does not exist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap((path) => toMetadataFile(folder, path));
}

function toMetadataFile(folder: string, path: string): MetadataFile[] {
  const steps = path.split(sep);
  const match = /^(?<name>.+)\.(?<kind>[A-Za-z]+)-meta\.xml$/.exec(steps.at(-1) ?? '');
  if (match?.groups === undefined) return [];
  const { name = '', kind = '' } = match.groups;
  return [{ path: join(folder, path), name, kind, object: steps[steps.indexOf('objects') + 1] ?? '' }];
}
