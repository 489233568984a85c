import { checkSources, toSource, type Finding } from '../../metadata-check/index.ts';
import type { Org } from '../../org.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { componentAt, type Problem } from '../package/index.ts';
import { keyOf } from './apply-package.ts';
import type { Candidate } from './candidate.ts';
import { checkDeletions } from './check-deletions.ts';
import { checkFieldChanges } from './check-field-changes.ts';
import { compile } from './compile.ts';
import { problemIn } from './problem-in.ts';
import { referencedElsewhere } from './referenced-elsewhere.ts';

/** What keeps the org from running this source: types and references first, then what compiling it tells. */
export async function findProblems(org: Org, candidate: Candidate): Promise<Problem[]> {
  const findings = await check(candidate.after);
  const own = findings.flatMap((finding) => toProblems(candidate, finding));
  const dangling = candidate.deleted.length === 0 ? [] : await findDangling(candidate, findings);
  const changes = own.length > 0 ? [] : checkFieldChanges(org, candidate.before, candidate.applied);
  const problems = [...own, ...changes, ...dangling, ...checkDeletions(candidate.before, candidate.deleted)];
  return problems.length > 0 ? problems : compile(org, candidate);
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
  const problems = findings
    .filter(({ file, message }) => !brought.has(file) && !known.has(`${file} ${message}`))
    .flatMap(({ file, message }) => {
      const user = componentAt(file);
      return user === undefined ? [] : referencedElsewhere(deleted, user, message);
    });
  // One user of a component may name it in several places.
  return [...new Map(problems.map((one) => [`${keyOf(one)} ${one.problem}`, one])).values()];
}
