import { runQuery, type QueryOptions } from '../../../../../emulators/salesforce/soql/index.ts';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import { bootOrg, create } from '../data/booted-org.ts';
import { fieldFile, picklist, TICKETS } from '../schema/source-folder.ts';

/** An org with four tickets of two accounts; one of them has notes, one neither size nor code. */
export async function bootTickets(): Promise<{ org: LocalOrg; admin: User }> {
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...fieldFile('Ticket__c', 'Due__c', '<type>DateTime</type>'),
    ...fieldFile(
      'Ticket__c',
      'Text__c',
      '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>',
    ),
    ...fieldFile(
      'Ticket__c',
      'Tags__c',
      picklist(['red', 'green', 'blue']).replace(
        '<type>Picklist</type>',
        '<type>MultiselectPicklist</type><visibleLines>3</visibleLines>',
      ),
    ),
  });
  const acme = create(org, admin, 'Account', { Name: 'Acme' });
  const zebra = create(org, admin, 'Account', { Name: 'Zebra 100%' });
  const ticket = (values: Record<string, unknown>) => create(org, admin, 'Ticket__c', values);
  const first = ticket({ Title__c: 'One', Account__c: acme, Size__c: 1.5, Code__c: 'A', Tags__c: 'red;green' });
  ticket({ Title__c: 'Two', Account__c: acme, Size__c: 2.5, Code__c: 'B', Tags__c: 'blue', Urgent__c: false });
  ticket({ Title__c: "O'Brien", Account__c: zebra, Size__c: 3, Status__c: 'Done', Due__c: '2026-11-22T12:00:00Z' });
  ticket({ Title__c: 'Four', Due__c: '2025-03-01T00:00:00Z' });
  create(org, admin, 'Note__c', { Name: 'N1', Ticket__c: first });
  create(org, admin, 'Note__c', { Name: 'N2', Ticket__c: first });
  return { org, admin };
}

/** What a query answers to a user, without paging. */
export function query(org: LocalOrg, user: User, soql: string, options: Partial<QueryOptions> = {}) {
  return runQuery(org, soql, {
    user,
    includeDeleted: false,
    sobjectsUrl: '/sobjects',
    answerChildren: (records) => ({ totalSize: records.length, done: true, records }),
    ...options,
  });
}

/** The titles of the tickets that a condition finds, in the order in which they were created. */
export function titles(org: LocalOrg, user: User, condition: string): unknown[] {
  return query(org, user, `SELECT Title__c FROM Ticket__c WHERE ${condition}`).records.map(
    (record) => record['Title__c'],
  );
}
