import { FlowError } from '../../flow/index.ts';
import type { Org } from '../../org.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { DeployError } from '../../schema/index.ts';
import { componentAt, type ComponentName, type Problem } from '../package/index.ts';
import { pathsByComponent } from './apply-package.ts';
import type { Candidate } from './candidate.ts';
import { problemIn } from './problem-in.ts';
import { referencedElsewhere } from './referenced-elsewhere.ts';

/** What compiling tells, one component at a time: the org compiles the candidate and undoes it. */
export function compile(org: Org, candidate: Candidate): Problem[] {
  try {
    org.deploy(candidate.after, { checkOnly: true });
    return [];
  } catch (error) {
    if (!(error instanceof DeployError)) throw error;
    if (!(error.cause instanceof FlowError)) return locate(candidate, error.component, error.problem, '');
    const { component, element, message } = error.cause;
    const mark = element === undefined ? '<Flow' : `<name>${element}</name>`;
    return locate(candidate, `Flow#${component}`, message.slice(component.length + 2), mark);
  }
}

/** Finds the component that an error names, by type and name, by name, or by the path of its file. */
function locate({ applied, after, deleted }: Candidate, place: string, problem: string, mark: string): Problem[] {
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
    return [problemIn(component, origin, text.slice(0, found).split('\n').length, problem)];
  }
  const user = componentOf(after, place);
  if (user !== undefined && deleted.length > 0) return referencedElsewhere(deleted, user, problem);
  return [{ type: user?.type ?? '', fullName: user?.fullName ?? place, fileName: 'package.xml', problem }];
}

/** The component of the org's own that a place names: `Type#Name`, `Object.Part` or a path. */
function componentOf(source: SourceFiles, place: string): ComponentName | undefined {
  if (place.includes('/')) return componentAt(place);
  const key = [...pathsByComponent(source).keys()].find((one) => one === place || one.split('#')[1] === place);
  const [type, fullName] = key?.split('#') ?? [];
  return type === undefined || fullName === undefined ? undefined : { type, fullName };
}
