import { createHuman, type ActName, type SeededHuman } from '../../emulators/google-sheets/index.ts';
import { headerOf, EDITABLE, type ColumnName } from '../../sync/mapping/index.ts';
import { OWN, TYPED } from './watch.ts';
import type { World } from './world.ts';

const TAB = 'Backlog';

/** Acts that leave each row's cells together. */
export const GENTLE_ACTS: readonly ActName[] = [
  ...(['edit', 'edit', 'edit', 'edit', 'sortAll', 'sortAll', 'filter', 'clearFilter'] as const),
  ...(['insertRow', 'moveRow', 'insertColumn', 'moveColumn', 'hideColumn', 'addNote', 'format', 'clearCell'] as const),
];

/** Those that lose something, or tear it apart. */
export const ROUGH_ACTS: readonly ActName[] = [
  ...GENTLE_ACTS,
  ...(['deleteRow', 'copyRow', 'sortPart', 'renameColumn', 'cutRow', 'cutCell'] as const),
];

const EDITABLE_HEADERS = Object.keys(EDITABLE).map((name) => headerOf(name as ColumnName));
const TEXT_HEADERS = (['nextSteps', 'triageNotes'] as const).map(headerOf);
const DATE_HEADERS = (['nextStepDue', 'targetStart', 'targetCompletion'] as const).map(headerOf);
const PEOPLE_HEADERS = (['nextStepOwner', 'engineer', 'projectManager'] as const).map(headerOf);

/** Someone in front of the backlog; equal seeds do equal things to equal sheets. */
export function createPerson({ googleSheets }: World, seed: number): SeededHuman {
  return createHuman(googleSheets, seed, { title: TAB, typesIn: EDITABLE_HEADERS, text: textFor(seed) });
}

function textFor(seed: number): (header: string, random: () => number) => string {
  let count = 0;
  return (header, random) => {
    const among = (...texts: string[]): string => texts[Math.floor(random() * texts.length)] ?? '';
    count += 1;
    if (TEXT_HEADERS.includes(header)) return among(`${TYPED}${seed}.${count}`, `${TYPED}${seed}.${count} = à`);
    if (DATE_HEADERS.includes(header)) return among('2027-01-15', '2027-02-01', '3/1/2027', 'soon', `${TYPED}${seed}`);
    if (PEOPLE_HEADERS.includes(header)) return among('Ines Moreau', 'ines@groundwork.example', 'Nobody', '');
    if (header === headerOf('priority')) return among('P1', 'P2', 'Urgent', '');
    if (header === headerOf('rank')) return among('1', '2', '3', '7', '0', 'first', '');
    return among('1', '2.5', '3', '-1', '1e9', 'high', `${TYPED}${seed}.${count}`);
  };
}

/** Gives every row a remark in a column of the person's own, by which it is seen later whether rows kept together. */
export function addOwnColumn({ googleSheets: { human } }: World): string {
  const [header = [], ...rows] = human.read(TAB);
  const number = header.indexOf(headerOf('number'));
  const column = header.indexOf('Mine') >= 0 ? header.indexOf('Mine') : header.length;
  human.edit(TAB, place(0, column), 'Mine');
  for (const [index, row] of rows.entries()) {
    const name = row[number];
    if (typeof name === 'string' && name !== '') human.edit(TAB, place(index + 1, column), `${OWN}${name}`);
  }
  return 'kept remarks in a column of their own';
}

/** Numbers the rows anew, the last one first. */
export function typeRanks({ googleSheets: { human } }: World): string {
  const [header = [], ...rows] = human.read(TAB);
  const [rank, number] = [header.indexOf(headerOf('rank')), header.indexOf(headerOf('number'))];
  const ranked = rows.flatMap((row, index) =>
    rank >= 0 && row[number] != null && row[number] !== '' ? [index + 1] : [],
  );
  for (const [before, row] of ranked.toReversed().entries()) human.edit(TAB, place(row, rank), String(before + 1));
  return `ranked ${ranked.length} rows anew`;
}

function place(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
