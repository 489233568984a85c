import { watchMarks } from './marks-watch.ts';
import { watchOrigins } from './origins-watch.ts';
import type { CellValue } from './sheet.ts';
import type { World } from './world.ts';

/** How texts begin that people type into our columns, and those that they keep in a column of their own. */
export const TYPED = '✎';
export const OWN = 'mine ';

/** Follows each text that a person typed from where they typed it, and tells of those that vanish without a word. */
export interface Watch {
  /** Does what a person does: what they take away themselves is nobody's loss. */
  byPerson<Result>(work: () => Result): Result;
  /**
   * After the service was at work. What it took away must be in Salesforce or among the issues. While somebody moves rows
   * between its read and its write, a row that is taken out may be another, and what stands beside it goes with it: Sheets
   * knows no delete on a condition.
   */
  afterService(when: string, alone?: boolean): void;
  /** All losses. A row that goes to another tab may be in neither for a while: what people keep beside it is asked for last. */
  losses(): string[];
  stop(): void;
}

/** In a rough history rows are torn apart: what is marked in them belongs to nobody in particular. */
export function createWatch(world: World, isRough: boolean): Watch {
  const { human } = world.googleSheets;
  const { office } = world;
  const marks = isRough ? undefined : watchMarks(world);
  const origins = isRough ? undefined : watchOrigins(world);
  const everInSalesforce = new Set<string>();
  const losses: string[] = [];
  const onTheWay = new Set<string>();
  // What people type may be written over for as long as the service was never told of it, as Sheets knows no write on a
  // condition; what an answer told it of must be dealt with.
  const unread = new Set<string>();
  const stop = world.googleSheets.requests.subscribe((_request, _moment, answer = '') => {
    for (const text of unread) if (answer.includes(JSON.stringify(text))) unread.delete(text);
  });
  // Remarks that somebody sorted away from their rows go with the rows that they stand beside now.
  const astray = new Set<string>();
  let standing = look();

  function look(): Set<string> {
    const rows = human.titles().flatMap((title) => (title === 'Sync issues' ? [] : human.read(title)));
    const found = new Set<string>();
    for (const row of rows) {
      for (const text of row.filter(isWatched)) {
        found.add(text);
        if (row.includes(text.slice(OWN.length))) astray.delete(text);
        else if (text.startsWith(OWN)) astray.add(text);
      }
    }
    for (const text of found) onTheWay.delete(text);
    return found;
  }
  function told(): string {
    return human.titles().includes('Sync issues') ? human.read('Sync issues').flat().join('\n') : '';
  }
  function gone(): string[] {
    const before = standing;
    standing = look();
    return [...before].filter((text) => !standing.has(text));
  }

  return {
    losses() {
      const numbers = new Set(office.requests().flatMap(({ name, isDeleted }) => (isDeleted ? [] : [name])));
      const lost = [...onTheWay].filter((text) => !standing.has(text) && numbers.has(text.slice(OWN.length)));
      const vanished = lost.map((text) => `I3: "${text}" vanished from beside its row`);
      return [...losses, ...vanished, ...(marks?.losses() ?? [])];
    },
    byPerson(work) {
      judgeVanished('before a person came', false);
      const before = standing;
      const result = work();
      standing = look();
      marks?.afterPerson();
      const typed = [...standing].filter((text) => !before.has(text));
      for (const text of typed) unread.add(text);
      origins?.typed(typed);
      return result;
    },
    afterService(when, alone = true) {
      judgeVanished(when, alone);
      marks?.afterService(when, alone);
      losses.push(...(origins?.strays() ?? []));
      unread.clear();
    },
    stop,
  };

  function judgeVanished(when: string, alone: boolean): void {
    for (const { text } of office.texts()) everInSalesforce.add(text);
    const vanished = gone().filter((text) => !unread.has(text));
    if (vanished.length === 0) return;
    const issues = told();
    for (const text of vanished) {
      if (text.startsWith(OWN) && alone && !astray.has(text)) onTheWay.add(text);
      else if (!text.startsWith(OWN) && !everInSalesforce.has(text) && !issues.includes(text)) {
        losses.push(`I4: "${text}" vanished ${when}, and is neither in Salesforce nor told of`);
      }
    }
  }
}

function isWatched(cell: CellValue): cell is string {
  return typeof cell === 'string' && (cell.startsWith(TYPED) || cell.startsWith(OWN));
}
