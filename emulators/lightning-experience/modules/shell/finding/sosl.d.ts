export function toSosl(text: string, objects: readonly string[], most: number): string | undefined;
