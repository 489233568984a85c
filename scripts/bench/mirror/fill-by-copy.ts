import type { SalesforceEmulator } from '../../../emulators/salesforce/index.ts';

const REQUEST = 'Implementation_Request__c';

export interface Filled {
  /** Gives the first so many requests new next steps, as saved so long ago: at this moment, unless told. */
  change(count: number, agoMs?: number): void;
}

/** One request filed as it should be, and copies of its row: rules and flows are not what is measured. */
export function fillByCopy(salesforce: SalesforceEmulator, count: number): Filled {
  const { org } = salesforce;
  const { database } = org;
  const admin = org.findUser('adi@groundwork.example');
  if (admin === undefined) throw new RangeError('The org has no administrator');
  const insert = (object: string, values: Record<string, unknown>): string => {
    const [result] = org.write(admin, [{ kind: 'insert', object, values }], { allOrNone: true });
    if (result?.id == null) throw new RangeError(`${object}: ${JSON.stringify(result?.errors)}`);
    return result.id;
  };
  const accountId = insert('Account', { Name: 'Customer' });
  const opportunityId = insert('Opportunity', {
    ...{ Name: 'Customer – New Business', AccountId: accountId, StageName: 'Prospecting', CloseDate: '2027-03-31' },
  });
  const first = insert(REQUEST, {
    ...{ Account__c: accountId, Opportunity__c: opportunityId, Request_Type__c: 'Production_Deployment' },
    ...{ Strategy__c: 'Jointly_Managed', Deployment_Method__c: 'Kubernetes_Helm', Hosting_Provider__c: 'AWS' },
    ...{ Additional_Information__c: 'Several environments, strict change control. '.repeat(3) },
  });
  // That each row has arrived is known: telling Salesforce so is 200 records a call, each of which runs its flows.
  database.prepare(`UPDATE "${REQUEST}" SET "Backlog_Since__c" = "CreatedDate" WHERE "Id" = ?`).run(first);
  const columns = database
    .prepare(`PRAGMA table_info("${REQUEST}")`)
    .all()
    .map(({ name }) => String(name));
  const own = new Set(['Id', 'Name']);
  const rest = columns.filter((name) => !own.has(name)).map((name) => `"${name}"`);
  const copy = database.prepare(
    `INSERT INTO "${REQUEST}" ("Id", "Name", ${rest.join()}) SELECT ?, ?, ${rest.join()} FROM "${REQUEST}" WHERE "Id" = ?`,
  );
  const ids = [first];
  database.exec('SAVEPOINT fill');
  for (let number = 1; number < count; number += 1) {
    // The last of the digits before the check characters tell records apart; no case is told by them.
    const id = `${first.slice(0, 4)}00B${String(number).padStart(8, '0')}${first.slice(15)}`;
    copy.run(id, `IR-${String(100_000 + number)}`, first);
    ids.push(id);
  }
  database.exec('RELEASE fill');

  let round = 0;
  const change = database.prepare(`UPDATE "${REQUEST}" SET "Next_Steps__c" = ?, "SystemModstamp" = ? WHERE "Id" = ?`);
  const stampOf = database.prepare(`SELECT "SystemModstamp" FROM "${REQUEST}" WHERE "Id" = ?`);
  return {
    change(changed, agoMs = 0) {
      round += 1;
      const before = String(stampOf.get(first)?.['SystemModstamp']);
      const now = new Date(org.clock.now().getTime() - agoMs).toISOString();
      const stamp = before.endsWith('Z') ? now : now.replace('Z', '+0000');
      for (const id of ids.slice(0, changed)) change.run(`Round ${round}: agree on the target date`, stamp, id);
    },
  };
}
