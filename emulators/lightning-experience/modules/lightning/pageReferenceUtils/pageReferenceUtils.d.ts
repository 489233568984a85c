export function encodeDefaultFieldValues(values: Record<string, string | number | boolean>): string;
export function decodeDefaultFieldValues(encoded: string | undefined): Record<string, string>;
