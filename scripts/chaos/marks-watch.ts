import { headerOf } from '../../sync/mapping/index.ts';
import type { World } from './world.ts';

const NOTE = /Ask Ines about this one \(\d+\)\./;
/** How much green is in the colours that people paint cells with, and in no others. */
const PAINTED_GREEN = 0.95;
const OURS = 'Not saved in Salesforce: ';

/** Where a note or a colour of somebody's stands. */
interface Place {
  /** Of the row's request; none beside rows of nobody. */
  id: string;
  header: string;
  tab: string;
}

interface Look {
  /** A row that is inserted has the colours of the one above it, so that a colour may stand in several. */
  marks: Map<string, Place[]>;
  /** Notes that the service wrote: request and column → its words, how often it told of them, and what the cell shows. */
  refusals: Map<string, { note: string; times: number; value: string }>;
  /** Ids that stand in each tab. */
  shown: Map<string, Set<string>>;
}

/**
 * Follows the notes and the colours that people put on cells: they stay with their rows. A row that goes to another tab
 * takes its notes along; and notes that the service wrote are gone once the cell says something else.
 */
export interface MarksWatch {
  /** After somebody did something: what they took away is nobody's loss. */
  afterPerson(): void;
  /** `isQuiet`: nobody moved anything meanwhile. */
  afterService(when: string, isQuiet: boolean): void;
  /** All that was lost. Notes that went to another tab are asked for last. */
  losses(): string[];
}

const TABS = ['Backlog', 'Closed'];
const ISSUES = 'Sync issues';

export function watchMarks({ googleSheets: { human }, office }: World): MarksWatch {
  const losses: string[] = [];
  const onTheWay = new Map<string, Place>();
  const refused: Look['refusals'] = new Map();
  let before = look();

  function look(): Look {
    const found: Look = { marks: new Map(), refusals: new Map(), shown: new Map() };
    const lines = human.titles().includes(ISSUES) ? human.read(ISSUES).map((line) => line.map(String)) : [];
    for (const tab of TABS.filter((title) => human.titles().includes(title))) {
      const [headers = [], ...rows] = human.read(tab);
      const key = headers.indexOf(headerOf('key'));
      const idOf = (row: number): string => String(rows[row - 1]?.[key] ?? '');
      found.shown.set(tab, new Set(rows.map((row) => String(row[key] ?? ''))));
      for (const { row, column, note = '', color } of human.marks(tab)) {
        const place = { id: idOf(row), header: String(headers[column] ?? ''), tab };
        const [theirs] = NOTE.exec(note) ?? [];
        const colour = color?.green === PAINTED_GREEN ? `colour ${color.blue ?? 0}` : undefined;
        for (const name of [theirs, colour]) {
          if (name !== undefined) found.marks.set(name, [...(found.marks.get(name) ?? []), place]);
        }
        if (note.includes(OURS) && place.id !== '') {
          const value = String(rows[row - 1]?.[column] ?? '');
          const times = lines.filter((line) => line.includes(place.header) && note.includes(line.at(-1) ?? '')).length;
          found.refusals.set(`${place.id} ${place.header}`, { note, times, value });
        }
      }
    }
    return found;
  }

  function judge(name: string, was: readonly Place[], now: readonly Place[], after: Look, when: string): void {
    for (const place of was.filter(({ id }) => !now.some((one) => one.id === id))) {
      const come = now.find(({ id }) => !was.some((one) => one.id === id));
      if (come !== undefined && (isDefaced(place) || isFilled(place, come))) continue;
      const hasLeft = place.id !== '' && after.shown.get(place.tab)?.has(place.id) !== true;
      if (come !== undefined)
        losses.push(`I3: "${name}" came to the row of ${come.id} from that of ${place.id} ${when}`);
      else if (!hasLeft) losses.push(`I3: "${name}" vanished from ${place.header} of ${place.id} ${when}`);
      else if (NOTE.test(name) && place.header !== '') onTheWay.set(name, place);
    }
  }

  /** What somebody painted below the rows, a request that comes in is written to. */
  function isFilled(was: Place, now: Place): boolean {
    return was.id === '' && before.shown.get(now.tab)?.has(now.id) !== true;
  }

  /** A row whose key was written over has it back. */
  function isDefaced({ id }: Place): boolean {
    return id !== '' && !office.requests().some((request) => request.id === id);
  }

  return {
    afterPerson() {
      before = look();
    },
    afterService(when, isQuiet) {
      const after = look();
      if (isQuiet) for (const [name, was] of before.marks) judge(name, was, after.marks.get(name) ?? [], after, when);
      for (const [key, told] of after.refusals) {
        // Somebody may have typed since, and be refused once more in the same words.
        const { note, times } = refused.get(key) ?? {};
        if (note !== told.note || times !== told.times) refused.set(key, told);
      }
      for (const key of refused.keys()) if (!after.refusals.has(key)) refused.delete(key);
      before = after;
    },
    losses() {
      const last = look();
      const alive = new Set(office.requests().flatMap(({ id, isDeleted }) => (isDeleted ? [] : [id])));
      const isShown = (id: string): boolean => [...last.shown.values()].some((ids) => ids.has(id));
      const lost = [...onTheWay].filter(([name, { id }]) => !last.marks.has(name) && alive.has(id) && isShown(id));
      const stale = [...last.refusals].flatMap(([key, { note, value }]) => {
        const first = refused.get(key);
        return first?.note === note && first.value !== value
          ? [`I4: ${key} went from "${first.value}" to "${value}" and still says "${note}"`]
          : [];
      });
      return [...losses, ...lost.map(([name, { id }]) => `I3: "${name}" did not come along with ${id}`), ...stale];
    },
  };
}
