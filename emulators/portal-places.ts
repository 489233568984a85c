import type { VirtualClock } from './core/index.ts';
import type { GoogleSheetsEmulator } from './google-sheets/index.ts';
import type { Places } from './portal/index.ts';
import type { SalesforceEmulator } from './salesforce/index.ts';
import type { SlackEmulator } from './slack/index.ts';
import type { VitallyEmulator } from './vitally/index.ts';

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
  };
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
  const hasRequests = salesforce.org.schema.findObject('Implementation_Request__c') !== undefined;
  const filed = hasRequests
    ? '(SELECT COUNT(*) FROM Implementation_Request__c r WHERE r.Opportunity__c = o.Id AND r.IsDeleted = 0)'
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
