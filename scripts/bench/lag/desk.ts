import type { RunningEmulators } from '../../../emulators/index.ts';

const REQUEST = 'Implementation_Request__c';
const TAB = 'Backlog';

/** Somebody who works on one request, in Salesforce or in the sheet. Each act answers how to see that it arrived. */
export interface Desk {
  /** Saves next steps in Salesforce; they are to be in the sheet. */
  save: (text: string) => () => boolean;
  /** Types next steps into the sheet; they are to be in Salesforce. */
  edit: (text: string) => () => boolean;
}

export function openDesk({ salesforce, googleSheets }: RunningEmulators): Desk {
  if (salesforce === undefined || googleSheets === undefined) throw new RangeError('Not all emulators started');
  const { org } = salesforce;
  const { human } = googleSheets;
  const admin = org.findUser('adi@groundwork.example');
  const found = org.database
    .prepare(`SELECT "Id", "Name" FROM "${REQUEST}" WHERE "Status__c" = 'Submitted' ORDER BY "Name" LIMIT 1`)
    .get();
  if (admin === undefined || found === undefined) throw new RangeError('The sample has no request to work on');
  const [id, number] = [String(found['Id']), String(found['Name'])];
  const steps = org.database.prepare(`SELECT "Next_Steps__c" FROM "${REQUEST}" WHERE "Id" = ?`);

  function place(): { row: number; column: number } {
    const lines = human.read(TAB);
    const header = (lines[0] ?? []).map(String);
    const row = lines.findIndex((cells) => cells[header.indexOf('Request')] === number);
    return { row, column: header.indexOf('Next steps') };
  }

  return {
    save(text) {
      const [saved] = org.write(admin, [{ kind: 'update', object: REQUEST, id, values: { Next_Steps__c: text } }], {
        allOrNone: true,
      });
      if (saved?.id == null) throw new RangeError(`${number}: ${JSON.stringify(saved?.errors)}`);
      return () => {
        if (!human.titles().includes(TAB)) return false;
        const { row, column } = place();
        return human.read(TAB)[row]?.[column] === text;
      };
    },
    edit(text) {
      const { row, column } = place();
      human.edit(TAB, `${toLetters(column)}${row + 1}`, text);
      return () => steps.get(id)?.['Next_Steps__c'] === text;
    },
  };
}

function toLetters(column: number): string {
  const first = Math.floor(column / 26);
  const letter = (index: number): string => String.fromCharCode(65 + index);
  return `${first === 0 ? '' : letter(first - 1)}${letter(column % 26)}`;
}
