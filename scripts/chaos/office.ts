import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import type { RewindableClock } from './rewindable-clock.ts';

const REQUEST = 'Implementation_Request__c';

type Values = Record<string, unknown>;
type User = NonNullable<ReturnType<SalesforceEmulator['org']['findUser']>>;

/** The people of the sample org that histories know. */
export type Member = 'adi' | 'ines' | 'igor' | 'tomas' | 'tara';

export interface Customer {
  name: string;
  accountId: string;
  opportunityId: string;
}

export interface StoredRequest {
  id: string;
  name: string;
  accountId: string;
  isDeleted: boolean;
}

/** An administrator at work in the org, past its APIs: the service alone is to be seen in their logs. */
export interface Office {
  customers(): readonly Customer[];
  /** All requests, those in the recycle bin too, in the order of their numbers. */
  requests(): StoredRequest[];
  addCustomer(name: string): Customer;
  /** Files a request and answers its Id; undefined when the org refuses. */
  file(customer: Customer, because: string, more?: Values): string | undefined;
  /** Does something to a record and says whether the org let them. */
  update(object: string, id: string, values: Values, by?: Member): boolean;
  insert(object: string, values: Values): string | undefined;
  remove(id: string, object?: string): boolean;
  /** The Ids of all records of an object that are not in the recycle bin, the oldest first. */
  list(object: string): string[];
  userId(member: Member): string;
  bringBack(id: string): boolean;
  /** Changes several records in one transaction. */
  updateAll(object: string, changes: readonly { id: string; values: Values }[]): boolean;
  /** Empties the recycle bin of this request. */
  purge(id: string): void;
  /** Stamps a request as saved so long ago, as if its transaction had taken that long to commit. */
  backdate(id: string, byMs: number): void;
  /** Everything that stands in text fields of requests that people edit in the sheet. */
  texts(): { id: string; field: string; text: string }[];
  begin(): void;
}

export function openOffice({ org }: SalesforceEmulator, clock: RewindableClock): Office {
  const firstCustomers: Customer[] = [];
  let customers = firstCustomers;
  const { database } = org;

  function find(member: Member): User {
    const user = org.findUser(`${member}@groundwork.example`);
    if (user === undefined) throw new RangeError(`The org has no ${member}`);
    return user;
  }
  function write(operation: Parameters<typeof org.write>[1][number], by: Member = 'adi'): string | undefined {
    const [result] = org.write(find(by), [operation], { allOrNone: true });
    return result?.success === true ? (result.id ?? undefined) : undefined;
  }
  function mustInsert(object: string, values: Values): string {
    const id = write({ kind: 'insert', object, values });
    if (id === undefined) throw new RangeError(`The org refused a new ${object}`);
    return id;
  }

  return {
    customers: () => customers,
    requests: () =>
      database
        .prepare(`SELECT Id, Name, Account__c, IsDeleted FROM ${REQUEST} ORDER BY Name`)
        .all()
        .map((row) => ({
          id: String(row['Id']),
          name: String(row['Name']),
          accountId: String(row['Account__c']),
          isDeleted: row['IsDeleted'] === 1,
        })),
    addCustomer(name) {
      const accountId = mustInsert('Account', { Name: name });
      const opportunityId = mustInsert('Opportunity', {
        Name: `${name} – New Business`,
        AccountId: accountId,
        StageName: 'Prospecting',
        CloseDate: '2027-03-31',
        Annual_Recurring_Revenue__c: 120_000,
      });
      const customer = { name, accountId, opportunityId };
      customers.push(customer);
      return customer;
    },
    file: ({ accountId, opportunityId }, because, more = {}) =>
      write({
        kind: 'insert',
        object: REQUEST,
        values: {
          Account__c: accountId,
          Opportunity__c: opportunityId,
          Request_Type__c: 'Production_Deployment',
          Strategy__c: 'Jointly_Managed',
          Deployment_Method__c: 'Kubernetes_Helm',
          Hosting_Provider__c: 'AWS',
          Different_Because__c: because,
          ...more,
        },
      }),
    update: (object, id, values, by) => write({ kind: 'update', object, id, values }, by) !== undefined,
    insert: (object, values) => write({ kind: 'insert', object, values }),
    remove: (id, object = REQUEST) => write({ kind: 'delete', object, id }) !== undefined,
    list: (object) =>
      database
        .prepare(`SELECT Id FROM "${object}" WHERE IsDeleted = 0 ORDER BY Id`)
        .all()
        .map((row) => String(row['Id'])),
    userId: (member) => find(member).id,
    updateAll: (object, changes) => {
      const operations = changes.map(({ id, values }) => ({ kind: 'update' as const, object, id, values }));
      return org.write(find('adi'), operations, { allOrNone: true }).every(({ success }) => success);
    },
    purge(id) {
      database.prepare(`DELETE FROM ${REQUEST} WHERE Id = ? AND IsDeleted = 1`).run(id);
    },
    bringBack: (id) => write({ kind: 'undelete', object: REQUEST, id }) !== undefined,
    backdate(id, byMs) {
      const stamp = new Date(clock.now().getTime() - byMs);
      const [one] = database.prepare(`SELECT SystemModstamp FROM ${REQUEST} WHERE Id = ?`).all(id);
      const before = String(one?.['SystemModstamp']);
      const shape = before.endsWith('Z') ? stamp.toISOString() : stamp.toISOString().replace('Z', '+0000');
      database.prepare(`UPDATE ${REQUEST} SET SystemModstamp = ? WHERE Id = ?`).run(shape, id);
    },
    texts: () =>
      database
        .prepare(
          `SELECT request.Id, Next_Steps__c, Triage_Notes__c, Priority_Override_Reason__c, Size_Override_Reason__c
           FROM ${REQUEST} request LEFT JOIN Triage_Review__c review ON review.Implementation_Request__c = request.Id`,
        )
        .all()
        .flatMap(({ Id: id, ...fields }) =>
          Object.entries(fields).flatMap(([field, text]) =>
            typeof text === 'string' ? [{ id: String(id), field, text }] : [],
          ),
        ),
    begin() {
      customers = [...firstCustomers];
    },
  };
}
