import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findSource } from '../../emulators/lightning-experience/metadata/index.ts';
import { wordsOfModule, wordsOfTemplate } from './support/words.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Words that stand in a component all the same, each with the reason why. */
const ALLOWED: { file: string; words: string; because: string }[] = [
  {
    file: 'requestLinkRows/requestLinkRows.html',
    words: 'placeholder="https://"',
    because: 'An address begins so in every language.',
  },
  {
    file: 'implementationRequestForm/knownAnswers.js',
    words: 'Beyond XL',
    because: 'The value of a picklist as the API has it; nobody is shown it.',
  },
];

/** Labels that say the same in English, and may say something else in another language. */
const HOMONYMS: { labels: string[]; because: string }[] = [
  {
    labels: ['Groundwork_Customer', 'Groundwork_Side_Customer'],
    because: 'The Account of a request, and those who stand on its side.',
  },
  { labels: ['Groundwork_Score', 'Groundwork_Score_Of_Request'], because: 'To score, and the score.' },
  { labels: ['Groundwork_Yours', 'Groundwork_Yours_To_Do'], because: 'What the user entered, and what they owe.' },
];

/** Every custom label of the source by its name. */
function customLabels(): Map<string, string> {
  const source = findSource(ROOT, 'labels/*.labels-meta.xml').map((path) => readFileSync(path, 'utf8'));
  const labels = source.join('').matchAll(/<fullName>(\w+)<\/fullName>[^]*?<value>([^]*?)<\/value>/g);
  return new Map([...labels].map(([, name = '', value = '']) => [name, value]));
}

function wordsIn(pattern: string, read: (source: string) => string[]): string[] {
  const files = findSource(ROOT, `lwc/*/${pattern}`).filter((file) => !file.includes('__tests__'));
  expect(files).not.toHaveLength(0);
  return files.flatMap((path) => {
    const file = relative(join(ROOT, 'force-app/main/default/lwc'), path);
    const isAllowed = (words: string): boolean =>
      ALLOWED.some((allowed) => allowed.file === file && allowed.words === words);
    return read(readFileSync(path, 'utf8')).flatMap((words) => (isAllowed(words) ? [] : [`${file}: ${words}`]));
  });
}

describe('every word that a person reads or hears is a custom label', () => {
  test('in templates', () => {
    expect(wordsIn('*.html', wordsOfTemplate)).toEqual([]);
  });

  test('in modules', () => {
    expect(wordsIn('*.js', wordsOfModule)).toEqual([]);
  });
});

test('nothing is allowed that is not there', () => {
  const lwc = join(ROOT, 'force-app/main/default/lwc');
  const stale = ALLOWED.filter(({ file, words }) => {
    const read = file.endsWith('.html') ? wordsOfTemplate : wordsOfModule;
    return !read(readFileSync(join(lwc, file), 'utf8')).includes(words);
  });

  expect(stale).toEqual([]);
});

describe('the scan sees', () => {
  test.each([
    ['text', '<p>Saved {count}</p>', ['Saved']],
    ['text of two words on two lines', '<p>\n  Not\n  yet\n</p>', ['Not yet']],
    ['a label', '<lightning-button label="Save"></lightning-button>', ['label="Save"']],
    ['what is read aloud', '<a title="Open" aria-label="Open it">{name}</a>', ['title="Open"', 'aria-label="Open it"']],
    [
      'a hint',
      '<x-y placeholder="Search" alternative-text="Find"></x-y>',
      ['placeholder="Search"', 'alternative-text="Find"'],
    ],
    ['no expressions, punctuation or names of classes', '<p class="a b" title={x}>{a}: {b} – </p><!-- Words -->', []],
  ])('%s of a template', (_what, template, words) => {
    expect(wordsOfTemplate(`<template>${template}</template>`)).toEqual(words);
  });

  test.each([
    ['a sentence', "this.status = 'Nothing is here';", ['Nothing is here']],
    ['a sentence with values', 'this.status = `${count} requests of ${name}`;', ['requests of']],
    ['a single word as a title', "show({ title: 'Saved' });", ['Saved']],
    ['a single word that is assigned as one', "this.heading = 'Saved';", ['Saved']],
    ['a single word that a getter for words gives', "class A { get label() { return 'Saved'; } }", ['Saved']],
    [
      'no imports, API names, classes, selectors or keys',
      "import a from 'x y'; f('slds-a slds-b', 'Status__c', 'c-a [data-b]');",
      [],
    ],
    ['no names with dashes or underscores', "a.text = 'Not_Started'; b.label = `stage stage_${a}`;", []],
    ['nothing in what is compared', "class A { get isText() { return type === 'TextArea'; } }", []],
    ['no words for whoever programs', "throw new Error('expected a record');", []],
  ])('%s of a module', (_what, source, words) => {
    expect(wordsOfModule(source)).toEqual(words);
  });
});

describe('custom labels', () => {
  test('each is used by a component, a flow or another part of the source', () => {
    const used = findSource(ROOT, '**/*.{js,html,xml}')
      .filter((path) => !path.includes('__tests__') && !path.endsWith('.labels-meta.xml'))
      .flatMap((path) => readFileSync(path, 'utf8').match(/(?<=label\/c\.|\$Label\.(?:c\.)?)\w+/g) ?? []);
    const names = [...customLabels().keys()];

    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => !used.includes(name))).toEqual([]);
  });

  test('no two say the same, except by chance', () => {
    const namesByValue = Map.groupBy(customLabels(), ([, value]) => value);
    const twins = [...namesByValue.values()]
      .map((labels) => labels.map(([name]) => name))
      .filter(({ length }) => length > 1);

    expect(twins).toEqual(HOMONYMS.map(({ labels }) => labels));
  });
});
