/** What people call the values of picklists. */
export interface Labels {
  /** The label of an API value; the value itself, made readable, when the org does not know it any more. */
  toLabel(field: string, value: string | null): string | null;
  /** The API value of a label or value, without regard to case; undefined when there is none. */
  toValue(field: string, text: string): string | undefined;
  /** Active labels, in the order of the org. */
  list(field: string): string[];
}

/** Labels from the active values of picklists, by field. */
export function createLabels(fields: Record<string, readonly { value: string; label: string }[]>): Labels {
  return {
    toLabel(field, value) {
      if (value === null) return null;
      return fields[field]?.find((known) => known.value === value)?.label ?? value.replaceAll('_', ' ');
    },
    toValue(field, text) {
      const wanted = text.toLowerCase();
      return fields[field]?.find(({ value, label }) => label.toLowerCase() === wanted || value.toLowerCase() === wanted)
        ?.value;
    },
    list: (field) => (fields[field] ?? []).map(({ label }) => label),
  };
}
