export function typedDefaults(
  values: Record<string, string>,
  info: { fields: Record<string, { dataType: string; createable: boolean }> },
): Record<string, string | number | boolean>;
