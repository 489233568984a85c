import type { ComponentName, Problem } from '../package/index.ts';
import type { Candidate } from './candidate.ts';

/** Says that a component cannot be deleted because another one, of which the message is, uses it. */
export function referencedElsewhere(deleted: Candidate['deleted'], user: ComponentName, message: string): Problem[] {
  const words = message.split(/[^\w-]+/);
  const cause = deleted.find(({ fullName }) => words.includes(fullName.split('.').at(-1) ?? '')) ?? deleted[0];
  if (cause === undefined) return [];
  const { type, fullName, fileName } = cause;
  const what = type === 'CustomField' ? 'custom field' : 'component';
  const problem = `This ${what} is referenced elsewhere in salesforce.com : ${user.type} - ${user.fullName}.`;
  return [{ type, fullName, fileName, problem }];
}
