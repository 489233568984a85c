import { EDITABLE, headerOf, type EditableColumn } from '../../sync/mapping/index.ts';
import type { World } from './world.ts';

/** Texts that people write in Salesforce, that the service gives where a reason is owed, and that persons type anywhere. */
const OF_OTHERS = /^(?:S\d+|Plan the kickoff|Via the backlog sheet|high|-?\d+(?:\.\d+)?)$/;

const HEADERS = new Map<string, string>(
  (Object.keys(EDITABLE) as EditableColumn[]).map((name) => [EDITABLE[name].field, headerOf(name)]),
);

/** Follows where people type: nothing may reach Salesforce that nobody typed, or typed elsewhere. */
export interface OriginsWatch {
  /** After somebody typed these texts. */
  typed(texts: readonly string[]): void;
  /** What stands in Salesforce and must not. */
  strays(): string[];
}

export function watchOrigins({ googleSheets: { human }, office }: World): OriginsWatch {
  const places = new Map<string, Set<string>>();
  const told = new Set<string>();

  return {
    typed(texts) {
      if (texts.length === 0 || !human.titles().includes('Backlog')) return;
      const [headers = [], ...rows] = human.read('Backlog');
      const key = headers.indexOf(headerOf('key'));
      for (const row of rows) {
        for (const [column, cell] of row.entries()) {
          if (typeof cell !== 'string' || !texts.includes(cell)) continue;
          const place = `${String(headers[column])} of ${String(row[key])}`;
          places.set(cell, (places.get(cell) ?? new Set()).add(place));
        }
      }
    },
    strays() {
      return office.texts().flatMap(({ id, field, text }) => {
        const typed = places.get(text);
        const place = `${HEADERS.get(field) ?? field} of ${id}`;
        const isFine = typed === undefined ? OF_OTHERS.test(text) : typed.has(place);
        if (isFine || told.has(`${text} ${place}`)) return [];
        told.add(`${text} ${place}`);
        return [`I4: "${text}" stands in ${place} and was typed ${typed ? `in ${[...typed].join()}` : 'by nobody'}`];
      });
    },
  };
}
