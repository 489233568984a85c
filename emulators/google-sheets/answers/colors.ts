import type { FieldMask } from '../wire/field-mask.ts';

/** A format with each colour told both ways, as Google answers it, and colours without their zeros. */
export function withColorStyles<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withColorStyles(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const told: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    if (!/color$/i.test(name) && !name.endsWith('ColorStyle')) told[name] = withColorStyles(content as unknown);
    else tellBothWays(told, name, content as unknown);
  }
  return told as T;
}

function tellBothWays(told: Record<string, unknown>, name: string, content: unknown): void {
  if (name.endsWith('Style')) {
    const { rgbColor, ...rest } = content as { rgbColor?: object };
    // A style that says nothing is how a colour is taken away.
    if (rgbColor === undefined && Object.keys(rest).length === 0) return;
    told[name] = rgbColor === undefined ? rest : { rgbColor: withoutZeros(rgbColor) };
    if (rgbColor !== undefined) told[name.slice(0, -'Style'.length)] = withoutZeros(rgbColor);
    return;
  }
  const color = withoutZeros(content as object);
  told[name] = color;
  if (name !== 'rgbColor') told[`${name}Style`] ??= { rgbColor: color };
}

function withoutZeros(color: object): object {
  const shares = Object.entries(color).map(([name, share]) => [name, toSingle(Number(share))] as const);
  return Object.fromEntries(shares.filter(([, share]) => share !== 0));
}

/** Shares are kept in single precision and told with no more digits than that takes. */
function toSingle(share: number): number {
  const single = Math.fround(share);
  for (let digits = 1; digits < 9; digits += 1) {
    const told = Number(single.toPrecision(digits));
    if (Math.fround(told) === single) return told;
  }
  return Number(single.toPrecision(9));
}

/** A mask in which a colour named one way is named the other way too. */
export function withColorTwins(mask: FieldMask): FieldMask {
  const both = new Map<string, FieldMask>();
  for (const [name, below] of mask) {
    both.set(name, withColorTwins(below));
    if (/color$/i.test(name)) both.set(`${name}Style`, new Map());
    if (name.endsWith('ColorStyle')) both.set(name.slice(0, -'Style'.length), new Map());
  }
  return both;
}
