import type { SourceFiles } from '../../org-source/index.ts';
import type { ComponentName, Problem } from '../package/index.ts';
import { pathsByComponent, keyOf } from './apply-package.ts';

/** What the Metadata API does not delete though it is there: record types, and flows that are active. */
export function checkDeletions(before: SourceFiles, deleted: (ComponentName & { fileName: string })[]): Problem[] {
  const paths = pathsByComponent(before);
  return deleted.flatMap((name) => {
    const content = before.get(paths.get(keyOf(name))?.[0] ?? '')?.toString('utf8') ?? '';
    const problem = whatIsWrong(name, content);
    return problem === undefined ? [] : [{ ...name, problem }];
  });
}

function whatIsWrong({ type }: ComponentName, content: string): string | undefined {
  if (type === 'RecordType') return 'Cannot delete record type through API';
  const isActive = type === 'Flow' && /<status>\s*Active\s*<\/status>/.test(content);
  return isActive ? 'insufficient access rights on cross-reference id' : undefined;
}
