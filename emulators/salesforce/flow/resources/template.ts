import type { Interview } from '../interview.ts';
import { FlowProblem } from '../errors.ts';
import { asScalar, familyOf, toText } from '../values/index.ts';
import type { Scope } from './scope.ts';

const MERGE = /\{!([^{}]*)\}/g;

/** Text with references in it, `Hello {!$Record.Name}`. Throws FlowProblem for one that means nothing. */
export function compileTemplate(scope: Scope, source: string): (interview: Interview) => string {
  const parts: ((interview: Interview) => string)[] = [];
  let at = 0;
  for (const match of source.matchAll(MERGE)) {
    const literal = source.slice(at, match.index);
    parts.push(() => literal, merged(scope, match[1] ?? ''));
    at = match.index + match[0].length;
  }
  const rest = source.slice(at);
  return (interview) => parts.map((part) => part(interview)).join('') + rest;
}

function merged(scope: Scope, text: string): (interview: Interview) => string {
  const { type, read } = scope.resolve(text);
  if (type.of === 'record' || type.isCollection) throw new FlowProblem(`{!${text}} can't be shown as text`);
  const family = familyOf(type);
  return (interview) => toText(asScalar(read(interview)), family);
}
