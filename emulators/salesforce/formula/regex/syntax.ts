/** Whether a character, told by its code point, is one of a set. */
export type CharacterSet = (point: number) => boolean;

export type Pattern =
  | { kind: 'set'; has: CharacterSet }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'alternatives'; choices: Pattern[] }
  | { kind: 'group'; number: number; inner: Pattern }
  | { kind: 'repeat'; inner: Pattern; least: number; most: number; mode: 'greedy' | 'lazy' | 'possessive' }
  | { kind: 'anchor'; at: Anchor }
  | { kind: 'look'; behind: boolean; negative: boolean; inner: Pattern }
  | { kind: 'atomic'; inner: Pattern }
  | { kind: 'same'; group: number; ignoreCase: boolean };

export type Anchor = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'beforeLastBreak' | 'boundary' | 'noBoundary';

export interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  comments: boolean;
}
