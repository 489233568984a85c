import type { VirtualClock } from './core/index.ts';
import type { GoogleSheetsEmulator } from './google-sheets/index.ts';
import type { Message, Milestone, Places } from './portal/index.ts';
import type { SalesforceEmulator } from './salesforce/index.ts';
import type { SlackEmulator } from './slack/index.ts';
import type { VitallyEmulator } from './vitally/index.ts';

const REQUEST = 'Implementation_Request__c';
const MOST_MILESTONES = 4;
const BACKLOG = 'Backlog';
const TRAIT = 'vitally.custom.implementationRequest';

interface Running {
  salesforce: SalesforceEmulator | undefined;
  googleSheets: GoogleSheetsEmulator | undefined;
  vitally: VitallyEmulator | undefined;
  slack: SlackEmulator | undefined;
  clock: VirtualClock;
  sync: Places['sync'];
}

/** What the portal shows and links: the parts that run, the people one can act as, and the sample Opportunities. */
export function portalPlaces({ salesforce, googleSheets, vitally, slack, clock, sync }: Running): Places {
  return {
    clock,
    ...(salesforce && {
      salesforce: { url: salesforce.url, people: actors(salesforce), sample: sampleOpportunities(salesforce) },
    }),
    ...(googleSheets && { googleSheets: { url: googleSheets.url, spreadsheetId: googleSheets.spreadsheetId } }),
    ...(vitally && { vitally: { url: vitally.url } }),
    ...(slack && { slack: { url: slack.url, channel: slack.channel } }),
    ...(sync && { sync }),
    counts: counts({ salesforce, googleSheets, vitally, slack }),
    ...(salesforce && {
      milestones: milestones(salesforce, clock.now()),
      messagesSince: (id: number) => messagesSince(salesforce, id),
    }),
  };
}

/** Days that Technical Advisors wait for: those of running deployments, three weeks before each is to be complete. */
function milestones({ org }: SalesforceEmulator, now: Date): Milestone[] {
  const hasDays = org.schema.findObject(REQUEST)?.fields.has('Advisor_Call_On__c') === true;
  if (!hasDays) return [];
  const rows = org.database
    .prepare(
      `SELECT r.Name AS name, a.Name AS customer, r.Target_Completion__c AS target, r.Advisor_Call_On__c AS callOn
       FROM ${REQUEST} r JOIN Account a ON a.Id = r.Account__c
       WHERE r.IsDeleted = 0 AND r.Advisor_Call_On__c > ? ORDER BY r.Advisor_Call_On__c, r.Name LIMIT ${MOST_MILESTONES}`,
    )
    .all(now.toISOString().slice(0, 10));
  return rows.map((row) => ({
    request: String(row['name']),
    customer: String(row['customer']),
    targetCompletion: String(row['target']),
    callOn: String(row['callOn']),
  }));
}

function messagesSince({ org }: SalesforceEmulator, id: number): Message[] {
  return org.messagesSince(id).map((message) => ({
    id: message.id,
    kind: message.kind,
    title: message.title === '' ? message.body : message.title,
    to: message.recipients.map(({ name }) => name).join(', '),
    targetId: message.targetId,
  }));
}

/** How far the requests have come, place by place. */
function counts({
  salesforce,
  googleSheets,
  vitally,
  slack,
}: Pick<Running, 'salesforce' | 'googleSheets' | 'vitally' | 'slack'>) {
  return [
    ...(salesforce && hasRequests(salesforce) ? [counted(countRequests(salesforce), 'request', 'in Salesforce')] : []),
    ...(googleSheets ? [counted(countRows(googleSheets), 'row', 'in the backlog')] : []),
    ...(vitally ? [counted(vitally.countAccountsWithTrait(TRAIT), 'customer', 'in Vitally with one')] : []),
    ...(slack ? [counted(slack.countMessages(), 'message', 'in the channel')] : []),
  ];
}

function counted(count: number, noun: string, where: string): { what: string; count: number } {
  return { what: `${noun}${count === 1 ? '' : 's'} ${where}`, count };
}

function hasRequests({ org }: SalesforceEmulator): boolean {
  return org.schema.findObject(REQUEST) !== undefined;
}

function countRequests({ org }: SalesforceEmulator): number {
  const row = org.database.prepare(`SELECT COUNT(*) AS count FROM ${REQUEST} WHERE IsDeleted = 0`).get();
  return Number(row?.['count']);
}

/** Rows under the header of the backlog tab; none before the service has made it. */
function countRows({ human }: GoogleSheetsEmulator): number {
  if (!human.titles().includes(BACKLOG)) return 0;
  return human
    .read(BACKLOG)
    .slice(1)
    .filter((row) => row.some((cell) => cell !== '')).length;
}

type Place = NonNullable<Places['salesforce']>;

/** The people of the org, each with the way in as Salesforce's own front door has it. */
function actors(salesforce: SalesforceEmulator): Place['people'] {
  return salesforce.people.map((person) => ({
    ...person,
    loginPath: (retURL: string) => {
      const sid = encodeURIComponent(salesforce.accessTokenFor(person.username));
      return `${salesforce.url}/secur/frontdoor.jsp?sid=${sid}&retURL=${encodeURIComponent(retURL)}`;
    },
  }));
}

/** Open Opportunities that nobody has filed a request for come first: they are where a newcomer starts. */
function sampleOpportunities(salesforce: SalesforceEmulator): NonNullable<Place['sample']> {
  const filed = hasRequests(salesforce)
    ? `(SELECT COUNT(*) FROM ${REQUEST} r WHERE r.Opportunity__c = o.Id AND r.IsDeleted = 0)`
    : '0';
  const rows = salesforce.org.database
    .prepare(
      `SELECT o.Id AS id, o.Name AS name, a.Name AS account FROM Opportunity o JOIN Account a ON a.Id = o.AccountId
       WHERE o.IsDeleted = 0 AND o.IsClosed = 0 ORDER BY ${filed}, o.Id`,
    )
    .all();
  return rows.map((row) => ({
    opportunityId: String(row['id']),
    opportunityName: String(row['name']),
    accountName: String(row['account']),
  }));
}
