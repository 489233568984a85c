import type { BacklogEntry } from './backlog-entry.ts';
import { BLANK, isWebAddress, linkCell, numberCell, textCell, type Cell, type LinkRun } from './cell.ts';
import type { ColumnName } from './columns.ts';
import { toSerial, toTimeSerial } from './date-serial.ts';

/** One row of the backlog. */
export type Row = Record<ColumnName, Cell>;

/** The row of an entry, without its stamp. Every text is literal: none can become a formula. */
export function toRow(entry: BacklogEntry): Row {
  return {
    key: { value: entry.id },
    number: linkCell(entry.number, entry.url),
    rank: numberCell(entry.rank),
    priority: textCell(entry.priority?.label ?? null),
    priorityReason: textCell(entry.priorityReason),
    status: textCell(entry.status?.label ?? null),
    customer: textCell(entry.accountName),
    opportunity: opportunityCell(entry),
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
    migration: textCell(entry.migration),
    initialUsers: numberCell(entry.initialUsers),
    fullUsers: numberCell(entry.fullUsers),
    repositories: numberCell(entry.repositories),
    sizeTier: textCell(entry.sizeTier),
    market: numberCell(entry.addressableMarket),
    fiscalYear: textCell(entry.fiscalYear),
    score: numberCell(entry.score),
    complexity: numberCell(entry.review?.complexity ?? null),
    sizeOverride: numberCell(entry.review?.sizeOverride ?? null),
    sizeOverrideReason: textCell(entry.review?.sizeOverrideReason ?? null),
    risk: numberCell(entry.review?.risk ?? null),
    aptitude: numberCell(entry.review?.aptitude ?? null),
    context: numberCell(entry.review?.context ?? null),
    bandwidth: numberCell(entry.review?.bandwidth ?? null),
    effort: numberCell(entry.effort),
    decision: textCell(decisionText(entry)),
    nextStepOwner: textCell(entry.nextStepOwner),
    nextStepDue: numberCell(toSerial(entry.nextStepDue)),
    requester: textCell(entry.requester),
    engineer: textCell(entry.engineer),
    projectManager: textCell(entry.projectManager),
    advisor: textCell(entry.advisor),
    requiredGoLive: numberCell(toSerial(entry.requiredGoLive)),
    targetStart: numberCell(toSerial(entry.targetStart)),
    targetCompletion: numberCell(toSerial(entry.targetCompletion)),
    requirements: textCell(entry.requirements),
    design: textCell(entry.design),
    discovery: textCell(entry.discovery),
    advisorDue: numberCell(toSerial(entry.advisorDue)),
    documents: textCell(entry.documents),
    age: numberCell(entry.ageDays),
    lastSynced: BLANK,
  };
}

/** When a row is written. */
export function stampCell(now: Date): Cell {
  return numberCell(toTimeSerial(now));
}

function opportunityCell({ opportunityName, opportunityUrl }: BacklogEntry): Cell {
  const cell = textCell(opportunityName);
  return typeof cell.value === 'string' && opportunityUrl !== null ? linkCell(cell.value, opportunityUrl) : cell;
}

function decisionText({ decision, decisionReason }: BacklogEntry): string | null {
  if (decision === null) return null;
  return decisionReason === null ? decision.label : `${decision.label}: ${decisionReason.label}`;
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
