/** `New,"In Work, Late"` → two values; nothing at all is one blank value. */
export function splitValues(value: string): string[] {
  const parts = [...value.matchAll(/\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)/g)];
  return parts.length === 0 ? [''] : parts.map(([, quoted, plain = '']) => quoted ?? plain.trim());
}
