export interface Bar {
  key: string;
  label: string;
  text: string;
  value: number;
  /** Percent of the largest bar. */
  share: number;
}

/** `result` is what the Analytics API answers. */
export function toBars(
  result: unknown,
  chart?: { groupings: string[]; summaries: string[] },
): { key: string; label: string; bars: (Bar & { parts: Bar[] })[] }[] | undefined;
