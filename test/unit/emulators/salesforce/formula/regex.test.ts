import { expect, test } from '@jest/globals';
import { FormulaEvaluationError } from '../../../../../emulators/salesforce/formula/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';

function matches(text: string, regex: string): boolean {
  const source = `REGEX(Name, "${regex.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}")`;
  return evaluateFormula(source, { record: { Name: text } }) === 1;
}

test.each([
  ['415-555-1234', String.raw`\d{3}-\d{3}-\d{4}`],
  ['ann@acme.example', String.raw`[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}`],
  ['94105-1234', String.raw`\d{5}(-\d{4})?`],
  ['aaab', 'a++b'],
  ['abab', '(ab){2}'],
  ['abab', String.raw`(ab)\1`],
  ['abab', String.raw`(?<two>ab)\k<two>`],
  ['ABc', '(?i)abC'],
  ['aBc', 'a(?i:b)c'],
  ['a\nb', '(?s)a.b'],
  ['x]', String.raw`[x\]]+`],
  ['xyz', '[a-z&&[^abc]]+'],
  ['Éa', String.raw`\p{Lu}\p{L}`],
  ['A1', String.raw`\p{Upper}\p{Digit}`],
  ['a.b', String.raw`\Qa.b\E`],
  ['foobar', '(?=foo).*'],
  ['foobar', 'foo(?!baz).*'],
  ['foobar', 'foo(?<=foo)bar'],
  ['aaa', 'a+?'],
  ['', ''],
  ['😀', '.'],
  ['tab\tend', String.raw`tab\tend`],
  ['Text', '^Text$'],
  ['a b', String.raw`a\b\sb`],
])('%j matches %s', (text, regex) => {
  expect(matches(text, regex)).toBe(true);
});

test.each([
  ['Text', 'ext'],
  ['Text', 'Tex'],
  ['aaa', 'a++a'],
  ['ab', '(?>a|ab)'],
  ['a\nb', 'a.b'],
  ['foobaz', 'foo(?!baz).*'],
  ['abba', '(ab)\\1'],
  ['abc', '[^abc]+'],
  ['aa', 'a{3,}'],
])('%j does not match %s', (text, regex) => {
  expect(matches(text, regex)).toBe(false);
});

test.each(['(', ')', '[a', 'a{2,1}', '*a', String.raw`\y`, String.raw`\p{Nothing}`, '(?<n>a)\\k<m>', '(?z)a', '[z-a]'])(
  '%s is not a regular expression',
  (regex) => {
    expect(() => matches('a', regex)).toThrow(FormulaEvaluationError);
  },
);

test.each([
  ['a'.repeat(40) + 'c', '(a+)+b'],
  ['a'.repeat(40), '(a|a)*b'],
  ['ab'.repeat(50_000), '(ab)*'],
])('gives up on a match without an end', (text, regex) => {
  expect(() => matches(text, regex)).toThrow(`Regular expression runtime exceeded for: ${regex}`);
});

test('reads a long text without recursion', () => {
  expect(matches('a'.repeat(100_000), '[a-z]*')).toBe(true);
});
