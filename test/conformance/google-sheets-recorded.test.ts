import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGoogleSheets, type GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';

interface Step {
  create?: { spreadsheetId: string; title: string };
  method: string;
  path: string;
  body: unknown;
  status: number;
  response: unknown;
}

const RECORDED = new URL('../../../shared/oracles/google-sheets.jsonl', import.meta.url);
const present = existsSync(RECORDED);
const sessions = present
  ? readFileSync(RECORDED, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { cassette: string; steps: Step[] })
  : [];
const titled = sessions.map(({ cassette, steps }) => [cassette, steps] as const);

// Whole looks and clocks of the recorder's own spreadsheets, and sizes that depend on fonts.
const IGNORED = new Set(['defaultFormat', 'spreadsheetTheme', 'timeZone', 'pixelSize']);
// Ids that Google draws, by where they stand in an answer.
const DRAWN = new Set(['sheetId', 'namedRangeId', 'protectedRangeId']);

const PRIVATE = { id: '1Private', title: 'Not shared with the caller', shared: false };

let sheets: GoogleSheetsEmulator;

beforeAll(async () => {
  sheets = await createGoogleSheets({ quotas: false, spreadsheets: [{ id: '1Shared', title: 'Shared' }, PRIVATE] });
});
afterAll(() => sheets.close());

/** Plays one recorded session and answers what differed, step by step. */
async function replay(steps: readonly Step[]): Promise<string[]> {
  const ours = new Map<string, string>();
  const differences: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.create !== undefined) {
      ours.set(step.create.spreadsheetId, await createSpreadsheet(step.create.title));
      continue;
    }
    await createUnseen(step, ours);
    const rename = (text: string): string =>
      [...ours].reduce((renamed, [theirs, our]) => renamed.replaceAll(theirs, our), text);
    const answer = await send(step.method, rename(step.path), JSON.parse(rename(JSON.stringify(step.body))));
    learn(step.response, answer.body, ours);
    const expected: unknown = JSON.parse(rename(JSON.stringify(step.response)));
    const difference = firstDifference({ status: step.status, body: expected }, answer, '');
    if (difference !== undefined) differences.push(`step ${String(index)} ${step.method} ${step.path}: ${difference}`);
  }
  return differences;
}

/** Spreadsheets that the recorder had from before: told by an answer about one that no step created. */
async function createUnseen(step: Step, ours: Map<string, string>): Promise<void> {
  const id = /\/spreadsheets\/([^/:?]+)/.exec(step.path)?.[1] ?? '';
  if (ours.has(id)) return;
  if (step.status === 403) {
    ours.set(id, PRIVATE.id);
    return;
  }
  const title = (step.response as { properties?: { title?: string } }).properties?.title ?? 'Untitled';
  ours.set(id, await createSpreadsheet(title));
}

async function createSpreadsheet(title: string): Promise<string> {
  const { body } = await send('POST', '/v4/spreadsheets', { properties: { title } });
  return (body as { spreadsheetId: string }).spreadsheetId;
}

async function send(method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sheets.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${sheets.accessToken}`, 'content-type': 'application/json' },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Pairs the recorder's ids with ours where both answers have one in the same place. */
function learn(theirs: unknown, our: unknown, ids: Map<string, string>): void {
  if (typeof theirs !== 'object' || typeof our !== 'object' || theirs === null || our === null) return;
  for (const [name, value] of Object.entries(theirs)) {
    const other = (our as Record<string, unknown>)[name];
    if (!DRAWN.has(name)) learn(value, other, ids);
    else if (value !== 0 && (typeof other === 'string' || typeof other === 'number'))
      ids.set(String(value), String(other));
  }
}

function firstDifference(expected: unknown, actual: unknown, path: string): string | undefined {
  if (typeof expected !== 'object' || expected === null) {
    const masked = expected === 'someone@example.com';
    return Object.is(expected, actual) || masked
      ? undefined
      : `${path}: recorded ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  }
  if (typeof actual !== 'object' || actual === null) return `${path}: got ${JSON.stringify(actual)}`;
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (IGNORED.has(name)) continue;
    const [one, other] = [expected, actual].map((value) => (value as Record<string, unknown>)[name]);
    const difference = firstDifference(one, other, `${path}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const recorded = present ? test : test.skip;

recorded.each(present ? titled : [['no recorded sessions here', []] as const])(
  'answers the recorded session %s as Google did',
  async (_cassette, steps) => {
    const differences = await replay(steps);

    expect(differences).toEqual([]);
  },
);
