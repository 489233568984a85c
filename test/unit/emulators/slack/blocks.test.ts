import { expect, test } from '@jest/globals';
import { SlackError } from '../../../../emulators/slack/errors.ts';
import { parseBlocks } from '../../../../emulators/slack/parse-blocks.ts';

function problemsOf(blocks: unknown): [code: string, ...problems: string[]] {
  try {
    parseBlocks(blocks);
  } catch (error) {
    if (error instanceof SlackError) return [error.code, ...error.problems];
    throw error;
  }
  return ['none'];
}

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const button = (more: object) => ({ type: 'button', text: plain(1), ...more });

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(75), value: `v${index}` }));
const select = (count: number) => ({ type: 'static_select', placeholder: plain(150), options: options(count) });
const overflow = (count: number) => ({ type: 'overflow', action_id: 'a', options: options(count) });
const confirm = (length: number) => ({ title: plain(100), text: plain(length), confirm: plain(30), deny: plain(30) });

test('takes every kind of block at its limits', () => {
  const blocks = [
    { type: 'header', text: plain(150) },
    { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3000) } },
    { type: 'section', fields: Array.from({ length: 10 }, () => plain(2000)), accessory: button({ value: 'v' }) },
    { type: 'context', elements: Array.from({ length: 10 }, () => plain(1)) },
    { type: 'actions', elements: Array.from({ length: 25 }, () => button({ url: 'https://example.com' })) },
    { type: 'divider' },
    { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'x'.repeat(2000), title: plain(2000) },
    { type: 'actions', elements: [select(100), overflow(5), button({ confirm: confirm(300) })] },
    { type: 'section', text: plain(1), accessory: select(1) },
    { type: 'markdown', text: 'x'.repeat(6000) },
    { type: 'markdown', text: 'x'.repeat(6000) },
  ];

  expect(problemsOf(blocks)).toEqual(['none']);
});

test('gives a block without an id one', () => {
  expect(parseBlocks([{ type: 'divider' }, { type: 'divider', block_id: 'own' }])).toEqual([
    { type: 'divider', block_id: 'b1' },
    { type: 'divider', block_id: 'own' },
  ]);
});

test.each([
  [
    'a header of 151',
    [{ type: 'header', text: plain(151) }],
    'must be less than 151 characters',
    '/blocks/0/text/text',
  ],
  ['empty text', [{ type: 'header', text: plain(0) }], 'must be more than 0 characters', '/blocks/0/text/text'],
  ['no text', [{ type: 'header' }], 'missing required field: text', '/blocks/0'],
  ['an unknown type', [{ type: 'divider' }, { type: 'map' }], 'unsupported type: map', '/blocks/1/type'],
  ['an empty section', [{ type: 'section' }], 'missing required field: fields or text', '/blocks/0'],
  ['an unknown property', [{ type: 'divider', color: 1 }], 'no more properties allowed: color', '/blocks/0'],
  [
    '26 buttons',
    [{ type: 'actions', elements: Array.from({ length: 26 }, () => button({})) }],
    'no more than 25 items allowed',
    '/blocks/0/elements',
  ],
  [
    '101 options',
    [{ type: 'actions', elements: [select(101)] }],
    'no more than 100 items allowed',
    '/blocks/0/elements/0/options',
  ],
  [
    'an overflow menu of 6',
    [{ type: 'section', text: plain(1), accessory: overflow(6) }],
    'no more than 5 items allowed',
    '/blocks/0/accessory/options',
  ],
  [
    'a question of 301',
    [{ type: 'actions', elements: [button({ confirm: confirm(301) })] }],
    'must be less than 301 characters',
    '/blocks/0/elements/0/confirm/text/text',
  ],
  [
    'a picture without words',
    [{ type: 'image', image_url: 'https://x.example' }],
    'missing required field: alt_text',
    '/blocks/0',
  ],
  [
    'too much Markdown',
    Array.from({ length: 3 }, () => ({ type: 'markdown', text: 'x'.repeat(4001) })),
    'must be less than 12001 characters',
    '/blocks',
  ],
  ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'no more than 50 items allowed', '/blocks'],
])('refuses %s', (_what, blocks, message, pointer) => {
  expect(problemsOf(blocks)).toEqual(['invalid_blocks', `${message} [json-pointer:${pointer}]`]);
});

test.each([['text'], [{}], [[1]], [[null]]])('refuses %j, which is no list of blocks', (blocks) => {
  expect(problemsOf(blocks)).toEqual(['invalid_blocks_format']);
});

test('tells everything that is wrong at once', () => {
  const problems = problemsOf([
    { type: 'header', text: plain(151) },
    { type: 'header', text: plain(152) },
  ]);

  expect(problems).toHaveLength(3);
});
