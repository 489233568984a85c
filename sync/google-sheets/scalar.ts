/** What a cell shows, unformatted: dates are serial numbers. */
export type Scalar = string | number | boolean | null;

export function toScalar(value: unknown): Scalar {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
