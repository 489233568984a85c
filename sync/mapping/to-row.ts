import type { BacklogEntry } from './backlog-entry.ts';
import { isWebAddress, linkCell, numberCell, textCell, type Cell, type LinkRun } from './cell.ts';
import type { ColumnName } from './columns.ts';

/** One row of the backlog. */
export type Row = Record<ColumnName, Cell>;

/** The row of an entry. Every text is literal: none can become a formula. */
export function toRow(entry: BacklogEntry): Row {
  return {
    key: { value: entry.id },
    number: linkCell(entry.number, entry.url),
    rank: numberCell(entry.rank),
    priority: textCell(entry.priority?.label ?? null),
    status: textCell(entry.status?.label ?? null),
    customer: textCell(entry.accountName),
    opportunity: textCell(entry.opportunityName),
    stage: textCell(entry.stage),
    closeDate: numberCell(toSerial(entry.closeDate)),
    requestType: textCell(entry.requestType?.label ?? null),
    strategy: textCell(entry.strategy?.label ?? null),
    method: textCell(entry.method?.label ?? null),
    provider: textCell(entry.provider?.label ?? null),
    revenue: numberCell(entry.annualRecurringRevenue),
    nextSteps: textCell(entry.nextSteps),
    triageNotes: textCell(entry.triageNotes),
    accountExecutive: textCell(entry.accountExecutive),
    customerEngineer: textCell(entry.customerEngineer),
    artifacts: linksCell(entry.links),
    additionalInformation: textCell(entry.additionalInformation),
    filedOn: numberCell(toSerial(entry.createdAt)),
  };
}

/** Sheets counts days from here, see https://developers.google.com/workspace/sheets/api/guides/formats */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;

/** The serial number of the day of an ISO date or time, in UTC. */
function toSerial(date: string | null): number | null {
  return date === null ? null : (Date.parse(date.slice(0, 10)) - DAY_ZERO) / DAY_MS;
}

/** The titles of links, one a line, each leading to its place. */
function linksCell(links: BacklogEntry['links']): Cell {
  const runs: LinkRun[] = [];
  let text = '';
  for (const { title, url } of links) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += title.replace(/\s+/g, ' ').trim();
    if (url !== null && isWebAddress(url) && text.length > start) runs.push({ start, end: text.length, url });
  }
  const cell = textCell(text);
  const length = typeof cell.value === 'string' ? cell.value.length : 0;
  const shown = runs.filter(({ end }) => end <= length);
  return shown.length === 0 ? cell : { ...cell, links: shown };
}
