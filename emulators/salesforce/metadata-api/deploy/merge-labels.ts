import { childText, documentFrom, readRanges } from '../xml/index.ts';

/** All labels are one file: those that are deployed replace those of the same name, and the others stay. */
export function mergeLabels(existing: string, deployed: string): string {
  const labels = new Map([...labelsOf(existing), ...labelsOf(deployed)]);
  return documentFrom('CustomLabels', [...labels.values()]);
}

/** The file without some labels. */
export function withoutLabels(existing: string, names: ReadonlySet<string>): string {
  const labels = [...labelsOf(existing)].filter(([name]) => !names.has(name));
  return documentFrom(
    'CustomLabels',
    labels.map(([, label]) => label),
  );
}

export function labelsOf(text: string): Map<string, string> {
  return new Map(
    readRanges(text)
      .children.filter(({ name }) => name === 'labels')
      .map((label) => [childText(text, label, 'fullName') ?? '', text.slice(label.start, label.end)]),
  );
}
