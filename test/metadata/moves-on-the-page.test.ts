import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';

const SOURCE = join(import.meta.dirname, '../../force-app/main/default');

interface Moves {
  nextStatuses(from: string, prior: string | null): string[];
  moverOf(from: string, to: string): string;
}

let moves: Moves;
let flow: string;

beforeAll(async () => {
  moves = (await import(pathToFileURL(join(SOURCE, 'lwc/requestMoves/transitions.js')).href)) as Moves;
  flow = readFileSync(join(SOURCE, 'flows/Request_Before_Save_Transition.flow-meta.xml'), 'utf8');
});

/** The expression of a formula of the flow that decides what is a change of status and whose. */
function formula(name: string): string {
  const [, expression] = new RegExp(`<name>${name}</name>[^]*?<expression>([^]*?)</expression>`).exec(flow) ?? [];
  if (expression === undefined) throw new Error(`The flow has no formula ${name}`);
  return expression.replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Where each status leads, as the flow has it. The loss of the deal comes by itself and is on no button. */
function nextByFlow(): [string, string[]][] {
  const pairs = formula('Next_Statuses').matchAll(/"(\w+)", ";([\w;]*)"/g);
  return [...pairs].map(([, from = '', next = '']) => {
    const statuses = next.split(';').filter((status) => !['', 'Closed_Opportunity_Lost'].includes(status));
    return [from, statuses];
  });
}

test('the page offers the changes of status that the flow knows, and no others', () => {
  const known = nextByFlow();

  expect(known).toHaveLength(11);
  expect(known.map(([from]) => [from, moves.nextStatuses(from, null)])).toEqual(known);
});

test('the page offers them to those who make them according to the flow', () => {
  const movers = new Map(
    [...formula('Mover').matchAll(/"(\w+>\w+)", "(\w+)"/g)].map(([, change = '', mover = '']) => [change, mover]),
  );
  const changes = nextByFlow()
    .flatMap(([from, next]) => next.map((to): [string, string] => [from, to]))
    .filter(([, to]) => to !== 'Withdrawn');

  expect(movers.size).toBeGreaterThan(10);
  expect(changes.map(([from, to]) => [from, to, moves.moverOf(from, to)])).toEqual(
    changes.map(([from, to]) => [from, to, movers.get(`${from}>${to}`) ?? 'lead']),
  );
  expect(moves.moverOf('Submitted', 'Withdrawn')).toBe('party');
  expect(moves.moverOf('Withdrawn', 'Submitted')).toBe('party');
});
