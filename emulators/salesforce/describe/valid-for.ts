import type { Field } from '../entities.ts';

/** The values of a controlling field in the order that dependent picklists count them; a checkbox has two. */
export function controllingValues(controller: Field): string[] {
  if (controller.type === 'boolean') return ['false', 'true'];
  return controller.picklist?.values.map(({ value }) => value) ?? [];
}

/** Describe's bit map: one bit a controlling value, the first in the highest place, written in base 64. */
export function toValidFor(controller: Field, validFor: string[]): string {
  const all = controllingValues(controller);
  const bytes = Buffer.alloc(Math.max(1, Math.ceil(all.length / 8)));
  all.forEach((value, index) => {
    if (!validFor.includes(value)) return;
    const byte = Math.floor(index / 8);
    bytes.writeUInt8(bytes.readUInt8(byte) | (0x80 >> (index % 8)), byte);
  });
  return bytes.toString('base64');
}
