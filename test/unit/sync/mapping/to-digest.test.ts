import { expect, test } from '@jest/globals';
import { parseBlocks } from '../../../../emulators/slack/parse-blocks.ts';
import { toDigest, type Chapter, type Moves } from '../../../../sync/mapping/index.ts';
import { buildEntry } from '../support/build-entry.ts';

function moves(accountName: string, ...titles: string[]): Moves {
  const chapters = titles.map((title): Chapter => {
    return { ...{ key: title, isSmall: true, title, lines: [`Why: ${accountName}`] }, ...{ quote: null, people: [] } };
  });
  return { entry: buildEntry({ accountName }), chapters };
}

function texts(message: ReturnType<typeof toDigest>): string[] {
  return parseBlocks(message.blocks).flatMap((block) => ('text' in block && block.text ? [block.text.text] : []));
}

test('has a line for each request, with everything that moved of it', () => {
  const message = toDigest([
    moves('Acme', 'Status: In Triage', 'Priority: P2 → P1'),
    moves('Globex', 'Status: Submitted'),
  ]);

  expect(message.text).toBe('Small moves: Acme, Globex');
  expect(
    texts(message)[1]
      ?.split('\n')
      .map((line) => line.replace(/<.*?>/, 'link')),
  ).toEqual([
    '• link Acme: Status: In Triage, Why: Acme · Priority: P2 → P1, Why: Acme',
    '• link Globex: Status: Submitted, Why: Globex',
  ]);
});

test('names three customers where it is announced, and how many more', () => {
  expect(toDigest(['A', 'B', 'C', 'D', 'E'].map((name) => moves(name, 'x'))).text).toBe(
    'Small moves: A, B, C and 2 more',
  );
});

test('stays within what Slack takes, and says how many are left out', () => {
  const nasty = moves(`<!channel>${'&'.repeat(100_000)}`, `<https://evil.example|x>${'<'.repeat(100_000)}`);
  const message = toDigest(Array.from({ length: 1000 }, () => nasty));
  const shown = texts(message);

  expect(shown.join('')).not.toMatch(/<!|<https:\/\/evil/);
  const lines = shown.join('\n').match(/^•/gm)?.length ?? 0;
  expect(lines).toBeGreaterThan(15);
  expect(shown.at(-1)).toBe(`${1000 - lines} more requests moved; the backlog shows them all.`);
  expect(message.text.length).toBeLessThan(1000);
});
