import { childText, documentFrom, readRanges } from '../xml/index.ts';

/** Rules that are deployed replace those of the same kind and name; the object's others stay. */
export function mergeSharingRules(existing: string, deployed: string): string {
  const rules = new Map([...rulesOf(existing), ...rulesOf(deployed)]);
  // Those of one kind have to stand together.
  const sorted = [...rules].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return documentFrom(
    'SharingRules',
    sorted.map(([, rule]) => rule),
  );
}

function rulesOf(text: string): Map<string, string> {
  return new Map(
    readRanges(text).children.map((rule) => [
      `${rule.name} ${childText(text, rule, 'fullName') ?? ''}`,
      text.slice(rule.start, rule.end),
    ]),
  );
}
