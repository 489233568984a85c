interface Picklists {
  picklistFieldValues: Record<
    string,
    { values: { label: string; value: string; validFor: number[] }[]; controllerValues: Record<string, number> }
  >;
}

export function optionsOf(
  picklists: Picklists | undefined,
  info: { fields: Record<string, { controllerName: string | null }> },
  name: string,
  valueOf: (name: string) => unknown,
): { label: string; value: string }[];
