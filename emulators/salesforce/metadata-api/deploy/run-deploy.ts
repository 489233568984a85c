import type { Org } from '../../org.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { readPackage, type ComponentName, type PackagedComponent, type Problem } from '../package/index.ts';
import { applyPackage, keyOf, type AppliedComponent } from './apply-package.ts';
import { findProblems } from './check-source.ts';
import { deleteComponent } from './delete-components.ts';

export interface DeployOptions {
  checkOnly: boolean;
  /** False keeps what is sound when other components are not. */
  rollbackOnError: boolean;
  ignoreWarnings: boolean;
}

/** What a deployment did, component by component. */
export interface Outcome {
  succeeded: boolean;
  /** Some components are in, others failed. */
  isPartial: boolean;
  applied: AppliedComponent[];
  deleted: (ComponentName & { fileName: string })[];
  problems: Problem[];
  total: number;
}

/**
 * Deploys a package to the org: all of it or, without `rollbackOnError`, what is sound of it.
 *
 * As on the platform, every component is told what is wrong with it: what fails is left out and the rest looked at
 * again, so that what needs a failed component fails too.
 */
export async function runDeploy(org: Org, zipped: Map<string, Buffer>, options: DeployOptions): Promise<Outcome> {
  const { components, deletions, problems: ofPackage } = readPackage(zipped);
  const total = new Set([...components, ...deletions, ...ofPackage].map(keyOf)).size;
  const failed = new Set(ofPackage.map(keyOf));
  const problems = [...ofPackage];
  for (;;) {
    const isSound = (name: ComponentName): boolean => !failed.has(keyOf(name));
    const attempt = build(org.source(), components.filter(isSound), deletions.filter(isSound));
    const found = await findProblems(org, { before: org.source(), ...attempt });
    problems.push(...found, ...(found.length === 0 ? attempt.warnings : []));
    const bad = new Set(found.map(keyOf));
    const isOfPackage = [...components, ...deletions].some((name) => isSound(name) && bad.has(keyOf(name)));
    for (const key of bad) failed.add(key);
    if (isOfPackage) continue;
    const hasErrors = problems.some(({ isWarning }) => isWarning !== true);
    const stops = found.length > 0 || (hasErrors && options.rollbackOnError);
    return finish(org, { ...attempt, problems, total }, options, stops);
  }
}

interface Attempt {
  after: SourceFiles;
  applied: AppliedComponent[];
  deleted: (ComponentName & { fileName: string })[];
  warnings: Problem[];
}

function build(
  before: SourceFiles,
  components: PackagedComponent[],
  deletions: (ComponentName & { fileName: string; comesFirst: boolean })[],
): Attempt {
  const deleted: Attempt['deleted'] = [];
  const warnings: Problem[] = [];
  let source = before;
  const remove = (comesFirst: boolean): void => {
    for (const { type, fullName, fileName } of deletions.filter((deletion) => deletion.comesFirst === comesFirst)) {
      const next = deleteComponent(source, { type, fullName });
      if (next === undefined) {
        const problem = `No ${type} named: ${fullName} found`;
        warnings.push({ type, fullName: fileName, fileName, problem, isWarning: true });
      } else {
        source = next;
        deleted.push({ type, fullName, fileName });
      }
    }
  };
  remove(true);
  const { source: after, applied } = applyPackage(source, components);
  source = after;
  remove(false);
  return { after: source, applied, deleted, warnings };
}

function finish(
  org: Org,
  { after, applied, deleted, problems, total }: Omit<Attempt, 'warnings'> & Pick<Outcome, 'problems' | 'total'>,
  { checkOnly }: DeployOptions,
  stops: boolean,
): Outcome {
  const hasErrors = problems.some(({ isWarning }) => isWarning !== true);
  if (stops) return { succeeded: false, isPartial: false, applied, deleted, problems, total };
  if (!checkOnly) org.deploy(after, { checkOnly: false });
  const isPartial = hasErrors && applied.length + deleted.length > 0;
  return { succeeded: !hasErrors, isPartial, applied, deleted, problems, total };
}
