import { checkSources, toSource, type Finding } from '../../metadata-check/index.ts';
import type { Org } from '../../org.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { FlowError } from '../../flow/index.ts';
import { DeployError } from '../../schema/index.ts';
import { componentAt, type ComponentName, type Problem } from '../package/index.ts';
import type { AppliedComponent } from './apply-package.ts';
import { checkDeletions } from './check-deletions.ts';
import { checkFieldChanges } from './check-field-changes.ts';
import { problemIn } from './problem-in.ts';

interface Candidate {
  before: SourceFiles;
  after: SourceFiles;
  applied: AppliedComponent[];
  deleted: (ComponentName & { fileName: string })[];
}

/** What keeps the org from running this source: types and references first, then what compiling it tells. */
export async function findProblems(org: Org, candidate: Candidate): Promise<Problem[]> {
  const findings = await check(candidate.after);
  const own = findings.flatMap((finding) => toProblems(candidate, finding));
  const dangling = candidate.deleted.length === 0 ? [] : await findDangling(candidate, findings);
  const changes = own.length > 0 ? [] : checkFieldChanges(org, candidate.before, candidate.applied);
  const problems = [...own, ...changes, ...dangling, ...checkDeletions(candidate.before, candidate.deleted)];
  return problems.length > 0 ? problems : tryOut(org, candidate);
}

async function check(source: SourceFiles): Promise<Finding[]> {
  const read = [...source].map(([path, content]) => toSource(path, content.toString('utf8')));
  const findings = await checkSources(
    read.filter(({ path }) => /-meta\.xml$|\/lwc\/[^/]+\/[^/]+\.(js|html)$/.test(path)),
  );
  return findings.filter(({ isHouseRule }) => isHouseRule !== true);
}

/** A finding in a file that this deployment brings. */
function toProblems({ applied }: Candidate, { file, line, message }: Finding): Problem[] {
  return applied.flatMap(({ component, files }) => {
    const origin = files.get(file);
    if (origin === undefined) return [];
    return [problemIn(component, origin, line, message)];
  });
}

/** What refers to a deleted component and stays behind. */
async function findDangling({ before, applied, deleted }: Candidate, findings: Finding[]): Promise<Problem[]> {
  const known = new Set((await check(before)).map(({ file, message }) => `${file} ${message}`));
  const brought = new Set(applied.flatMap(({ files }) => [...files.keys()]));
  return findings
    .filter(({ file, message }) => !brought.has(file) && !known.has(`${file} ${message}`))
    .flatMap(({ file, message }) => {
      const user = componentAt(file);
      const words = message.split(/[^\w-]+/);
      const cause = deleted.find(({ fullName }) => words.includes(fullName.split('.').at(-1) ?? '')) ?? deleted[0];
      if (user === undefined || cause === undefined) return [];
      const { type, fullName, fileName } = cause;
      const what = type === 'CustomField' ? 'custom field' : 'component';
      const problem = `This ${what} is referenced elsewhere in salesforce.com : ${user.type} - ${user.fullName}.`;
      return [{ type, fullName, fileName, problem }];
    });
}

/** Lets the org compile it, and undoes it. */
function tryOut(org: Org, candidate: Candidate): Problem[] {
  try {
    org.deploy(candidate.after, { checkOnly: true });
    return [];
  } catch (error) {
    if (!(error instanceof DeployError)) throw error;
    if (!(error.cause instanceof FlowError)) return [locate(candidate, error.component, error.problem, '')];
    const { component, element, message } = error.cause;
    const mark = element === undefined ? '<Flow' : `<name>${element}</name>`;
    return [locate(candidate, `Flow#${component}`, message.slice(component.length + 2), mark)];
  }
}

/** Finds the component that an error names, by type and name, by name, or by the path of its file. */
function locate({ applied }: Candidate, place: string, problem: string, mark: string): Problem {
  for (const { component, files } of applied) {
    const { type, fullName } = component;
    const byPath = [...files.keys()].find((path) => place.endsWith(`/${path}`));
    if (byPath === undefined && place !== fullName && place !== `${type}#${fullName}`) continue;
    const [path, origin] = [...files].find(([one]) => byPath === undefined || one === byPath) ?? [];
    if (path === undefined || origin === undefined) continue;
    const [file] = component.files.values();
    const text = file?.content.toString('utf8') ?? '';
    const wanted = [mark, '<errorConditionFormula>', '<formula>', `<${type}`].filter((one) => one !== '');
    const found = wanted.map((one) => text.indexOf(one)).find((index) => index !== -1) ?? 0;
    return problemIn(component, origin, text.slice(0, found).split('\n').length, problem);
  }
  const name = place.includes('/') ? componentAt(place) : undefined;
  const known = { type: name?.type ?? '', fullName: name?.fullName ?? place };
  return { ...known, fileName: 'package.xml', problem };
}
