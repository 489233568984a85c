import { findSource } from './project.ts';
import { readMetadata } from './xml.ts';

/** Custom labels, `name → text`. */
export function readLabels(source: string): Record<string, string> {
  const labels = findSource(source, 'labels/*.labels-meta.xml').flatMap((file) =>
    readMetadata(file, 'CustomLabels').all('labels'),
  );
  return Object.fromEntries(labels.map((label) => [label.text('fullName') ?? '', label.text('value') ?? '']));
}
