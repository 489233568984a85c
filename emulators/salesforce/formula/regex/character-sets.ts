import type { CharacterSet } from './syntax.ts';

export const isDigit: CharacterSet = (point) => point >= 0x30 && point <= 0x39;
export const isSpace: CharacterSet = (point) => point === 0x20 || (point >= 0x09 && point <= 0x0d);
export const isLineBreak: CharacterSet = (point) =>
  point === 0x0a || point === 0x0d || point === 0x85 || point === 0x2028 || point === 0x2029;
const isUpper: CharacterSet = (point) => point >= 0x41 && point <= 0x5a;
const isLower: CharacterSet = (point) => point >= 0x61 && point <= 0x7a;
export const isWord: CharacterSet = (point) => isUpper(point) || isLower(point) || isDigit(point) || point === 0x5f;
const isPunctuation: CharacterSet = (point) =>
  point >= 0x21 && point <= 0x7e && !isUpper(point) && !isLower(point) && !isDigit(point);
const isHorizontalSpace = oneOf([0x20, 0x09, 0xa0, 0x1680, 0x180e, 0x202f, 0x205f, 0x3000], [0x2000, 0x200a]);
const isVerticalSpace = oneOf([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);

/** `\d` and its kin. */
export const SHORTHANDS: Record<string, CharacterSet> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
  h: isHorizontalSpace,
  H: not(isHorizontalSpace),
  v: isVerticalSpace,
  V: not(isVerticalSpace),
};

/** The POSIX names in `\p{…}`, which stand for US-ASCII. */
const POSIX: Record<string, CharacterSet> = {
  Lower: isLower,
  Upper: isUpper,
  ASCII: (point) => point <= 0x7f,
  Alpha: (point) => isUpper(point) || isLower(point),
  Digit: isDigit,
  Alnum: (point) => isUpper(point) || isLower(point) || isDigit(point),
  Punct: isPunctuation,
  Graph: (point) => point >= 0x21 && point <= 0x7e,
  Print: (point) => point >= 0x20 && point <= 0x7e,
  Blank: oneOf([0x20, 0x09]),
  Cntrl: (point) => point <= 0x1f || point === 0x7f,
  XDigit: (point) => isDigit(point) || /[a-fA-F]/.test(String.fromCodePoint(point)),
  Space: isSpace,
};

/** The set `\p{name}` names, or undefined when there is none: a POSIX name, a category, a script, `javaLowerCase`. */
export function namedSet(name: string): CharacterSet | undefined {
  const posix = POSIX[name];
  if (posix !== undefined) return posix;
  const property = name
    .replace(/^javaLowerCase$/, 'Lowercase')
    .replace(/^javaUpperCase$/, 'Uppercase')
    .replace(/^javaWhitespace$/, 'White_Space')
    .replace(/^Is(?=[A-Z][a-z]+$)/, 'Script=')
    .replace(/^Is/, '')
    .replace(/^(?:script|sc)=/i, 'Script=')
    .replace(/^(?:general_category|gc)=/i, '');
  for (const spelled of [property, property.replace('Script=', '')]) {
    const pattern = propertyPattern(spelled);
    if (pattern !== undefined) return (point) => pattern.test(String.fromCodePoint(point));
  }
  return undefined;
}

function propertyPattern(property: string): RegExp | undefined {
  try {
    return new RegExp(`^\\p{${property}}$`, 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

export function not(set: CharacterSet): CharacterSet {
  return (point) => !set(point);
}

/** Takes letters of the other case too, in US-ASCII only, as Java does without `(?u)`. */
export function ignoringCase(set: CharacterSet): CharacterSet {
  return (point) => set(point) || (isUpper(point) && set(point + 32)) || (isLower(point) && set(point - 32));
}

function oneOf(points: number[], ...ranges: [number, number][]): CharacterSet {
  return (point) => points.includes(point) || ranges.some(([from, to]) => point >= from && point <= to);
}
