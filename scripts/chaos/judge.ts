import { machineClock } from '../../sync/clock.ts';
import { COLUMNS, isMirrored, isOpen, isStamp, sameValue, toBacklogEntry, toRow } from '../../sync/mapping/index.ts';
import type { BacklogEntry } from '../../sync/mapping/index.ts';
import { createSalesforceClient } from '../../sync/salesforce/index.ts';
import { OWN } from './watch.ts';
import { readQuotas, viewTab } from './sheet.ts';
import { judgeVitally } from './judge-vitally.ts';
import type { Side } from './sides.ts';
import { judgeMessages, type Posts } from './slack-posts.ts';
import type { Advised } from './stage.ts';
import type { World } from './world.ts';

const INTEGRATION_USER = 'sync@groundwork.example';

/** What the mirrors should show, from a reading of the whole org that knows nothing of the service's memory. */
export async function readExpected({ salesforce }: World): Promise<BacklogEntry[]> {
  const client = createSalesforceClient({
    access: {
      kind: 'token',
      instanceUrl: salesforce.url,
      accessToken: salesforce.accessTokenFor(INTEGRATION_USER),
    },
    apiVersion: salesforce.apiVersion,
    clock: machineClock,
    callsShare: 1,
  });
  await client.open();
  const { labels } = await client.readModel();
  const entries: BacklogEntry[] = [];
  for await (const { records } of client.queryChanges(undefined)) {
    for (const record of records) {
      if (!record.isDeleted && isMirrored(record.status))
        entries.push(toBacklogEntry(record, labels, client.instanceUrl));
    }
  }
  return entries;
}

/** What is known of a history beside what it left. */
export interface Facts {
  sides: readonly Side[];
  isRough: boolean;
  /** What a Technical Advisor wrote in Vitally last. */
  advised: ReadonlyMap<string, Advised>;
  posts: Posts;
  /** Requests whose message somebody took out of the channel: it stays out until there is news. */
  takenOut: ReadonlySet<string>;
}

/** All that is wrong once everything has come to rest, in words. */
export async function judge(world: World, { sides, isRough, advised, posts, takenOut }: Facts): Promise<string[]> {
  const quotas = (await readQuotas(world.googleSheets)).filter(
    ({ refused, mostInAMinute }) => refused + mostInAMinute > 60,
  );
  const problems = quotas.map(
    ({ who, kind, mostInAMinute, refused }) =>
      `I5: ${who} made ${mostInAMinute} ${kind}s in a minute, ${refused} refused`,
  );
  const expected = await readExpected(world);
  const isLive = ({ status }: BacklogEntry): boolean => isOpen(status?.value ?? null);
  const open = expected.filter(isLive);
  const closed = expected.filter((entry) => !isLive(entry));
  problems.push(...(await compareTab(world, 'Backlog', 'groundwork.column', open, isRough)));
  problems.push(...(await compareTab(world, 'Closed', 'groundwork.closed', closed, isRough)));
  if (sides.includes('vitally')) problems.push(...(await judgeVitally(world, expected, advised)));
  if (sides.includes('slack')) problems.push(...(await judgeMessages(world, expected, posts, takenOut)));
  return problems;
}

async function compareTab(
  { googleSheets }: World,
  title: string,
  metadataKey: string,
  expected: readonly BacklogEntry[],
  isRough: boolean,
): Promise<string[]> {
  const problems: string[] = [];
  const { columns, rows } = await viewTab(googleSheets, title, metadataKey);
  const key = columns.get('key') ?? -1;
  const missing = COLUMNS.filter(({ name }) => !columns.has(name));
  if (missing.length > 0) problems.push(`I3: ${title} has lost ${missing.map(({ name }) => name).join(', ')}`);
  const wanted = new Map(expected.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const id = row[key] ?? null;
    if (index === 0 || id === null) continue;
    const entry = wanted.get(String(id));
    const place = `${title} row ${index + 1}`;
    if (entry === undefined) problems.push(`I2: ${place} is of ${String(id)}, which does not belong there`);
    else if (seen.has(entry.id)) problems.push(`I2: ${place} is of ${entry.number} once more`);
    else problems.push(...compareRow(place, entry, columns, row));
    const own = row.find((cell) => typeof cell === 'string' && cell.startsWith(OWN));
    if (!isRough && entry !== undefined && own !== undefined && own !== `${OWN}${entry.number}`) {
      problems.push(`I3: ${place} is of ${entry.number} and has the remark "${String(own)}"`);
    }
    seen.add(String(id));
  }
  for (const { id, number } of expected) if (!seen.has(id)) problems.push(`I2: ${title} has no row of ${number}`);
  return problems;
}

function compareRow(
  place: string,
  entry: BacklogEntry,
  columns: ReadonlyMap<string, number>,
  row: readonly (string | number | boolean | null)[],
): string[] {
  const wanted = toRow(entry);
  return COLUMNS.flatMap(({ name }) => {
    const index = columns.get(name);
    const shown = index === undefined ? null : (row[index] ?? null);
    return index === undefined || isStamp(name) || sameValue(shown, wanted[name].value)
      ? []
      : [
          `I2: ${place} (${entry.number}) has ${name} ${JSON.stringify(shown)} for ${JSON.stringify(wanted[name].value)}`,
        ];
  });
}
