import { toId18 } from '../ids.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The two characters that tell this org's ids from another's. */
const INSTANCE = 'GW';

/** The n-th id of an object, 18 characters: prefix, instance, a reserved 0, nine digits of base 62, check characters. */
export function createId(keyPrefix: string, number: number): string {
  let rest = number;
  let digits = '';
  while (digits.length < 9) {
    digits = DIGITS.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  const id = toId18(`${keyPrefix}${INSTANCE}0${digits}`);
  if (id === undefined) throw new RangeError(`Expected a key prefix of 3 letters and digits, got ${keyPrefix}`);
  return id;
}

/** The key prefix of the n-th custom object, from `a00` upward. */
export function createKeyPrefix(number: number): string {
  return `a${twoDigits(number)}`;
}

/** The key prefix of the n-th custom metadata type, from `m00` upward. */
export function createMetadataKeyPrefix(number: number): string {
  return `m${twoDigits(number)}`;
}

function twoDigits(number: number): string {
  return `${DIGITS.charAt(Math.floor(number / 62))}${DIGITS.charAt(number % 62)}`;
}
