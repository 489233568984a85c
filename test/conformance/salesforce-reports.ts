import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ASKING } from '../unit/emulators/salesforce/analytics/report-source.ts';
import { withSource, type SourceFiles } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { ADMIN, clientOf, createRecord, READER, START } from './salesforce-org.ts';

const PERSONAS = {
  people: [
    {
      ...{ alias: 'rea', name: 'Rea Der', firstName: 'Rea', lastName: 'Der', username: READER, email: READER },
      ...{ title: 'Reader', role: 'AE', profile: 'Standard User', permissionSets: ['Ask_Reader'] },
    },
  ],
};

const running: SalesforceEmulator[] = [];

/** An org of asks with these reports, on a Sunday in November 2026. */
export async function startReporting(reports: SourceFiles): Promise<SalesforceEmulator> {
  const salesforce = await withSource({ ...ASKING, ...reports }, (source) => {
    const personas = join(source, 'personas.json');
    writeFileSync(personas, JSON.stringify(PERSONAS));
    return createSalesforce({ source, personas, clock: new VirtualClock({ frozenAt: START }) });
  });
  running.push(salesforce);
  return salesforce;
}

/** Closes what the test has started. */
export async function stopReporting(): Promise<void> {
  for (const salesforce of running.splice(0)) await salesforce.close();
}

export function ask(salesforce: SalesforceEmulator, Name: string, values: Record<string, unknown> = {}): string {
  return createRecord(salesforce, 'Ask__c', { Name, ...values });
}

export interface Told {
  label: string;
  value: unknown;
}

export interface ToldGroup extends Told {
  key: string;
  groupings: ToldGroup[];
}

/** The parts of an answer that tests look at. */
export interface ReportResult {
  allData: boolean;
  hasDetailRows: boolean;
  factMap: Record<string, { aggregates: Told[]; rows?: { dataCells: Told[] }[] }>;
  groupingsDown: { groupings: ToldGroup[] };
  groupingsAcross: { groupings: ToldGroup[] };
  reportMetadata: Record<string, unknown>;
  reportExtendedMetadata: Record<string, Record<string, { label: string; dataType: string }>>;
}

/** The id of a deployed report, by SOQL. */
export async function reportId(salesforce: SalesforceEmulator, developerName: string): Promise<string> {
  const soql = `SELECT Id FROM Report WHERE DeveloperName = '${developerName}'`;
  const { body } = await clientOf(salesforce)('GET', `/query?q=${encodeURIComponent(soql)}`);
  const [record] = (body as { records: { Id: string }[] }).records;
  if (record === undefined) throw new Error(`There is no report ${developerName}`);
  return record.Id;
}

/** Runs a report with its details. */
export async function runReport(
  salesforce: SalesforceEmulator,
  developerName: string,
  { as = ADMIN, metadata }: { as?: string; metadata?: unknown } = {},
): Promise<ReportResult> {
  const path = `/analytics/reports/${await reportId(salesforce, developerName)}?includeDetails=true`;
  const body = metadata === undefined ? undefined : { reportMetadata: metadata };
  const answer = await clientOf(salesforce, as)(body === undefined ? 'GET' : 'POST', path, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ReportResult;
}

/** The labels of the detail rows in one cell of the fact map. */
export function rowsOf({ factMap }: ReportResult, key = 'T!T'): string[][] {
  return (factMap[key]?.rows ?? []).map(({ dataCells }) => dataCells.map(({ label }) => label));
}

/** The labels of the aggregates in one cell of the fact map. */
export function totalsOf({ factMap }: ReportResult, key = 'T!T'): string[] {
  return (factMap[key]?.aggregates ?? []).map(({ label }) => label);
}
