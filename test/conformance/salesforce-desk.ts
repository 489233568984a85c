import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import {
  component,
  fieldFile,
  fieldPermissions,
  formulaFile,
  groupFile,
  objectFile,
  objectPermissions,
  permissionSetFile,
  permissionSetGroupFile,
  picklist,
  queueFile,
  ruleFile,
  withSource,
  type SourceFiles,
} from '../unit/emulators/salesforce/schema/source-folder.ts';
import type { clientOf } from './salesforce-org.ts';

/** Who works at the desk: two agents, one who sees all, one who may not even see the object. */
export const ANA = 'ana@desk.example';
export const BEN = 'ben@desk.example';
export const LEAD = 'lea@desk.example';
export const OUTSIDER = 'oli@desk.example';

function object(name: string, label: string, sharingModel: string): SourceFiles {
  const names = `<label>${label}</label><pluralLabel>${label}s</pluralLabel>`;
  const nameField = `<nameField><label>${label} Name</label><type>Text</type></nameField>`;
  return objectFile(name, `${names}${nameField}<sharingModel>${sharingModel}</sharingModel>`);
}

function masterDetail(to: string, relationshipName: string, more = ''): string {
  return `<type>MasterDetail</type><referenceTo>${to}</referenceTo><relationshipName>${relationshipName}</relationshipName>${more}`;
}

/** Requests of any sharing model, with steps as details, and a public object that looks them up. */
export function desk(sharingModel: string, more: SourceFiles = {}): SourceFiles {
  return {
    ...object('Request__c', 'Request', sharingModel),
    ...fieldFile('Request__c', 'Stage__c', picklist(['New', 'Open', 'Closed'], { default: 'New' })),
    ...fieldFile('Request__c', 'Size__c', '<type>Number</type><precision>5</precision><scale>0</scale>'),
    ...fieldFile('Request__c', 'Secret__c', '<type>Text</type><length>40</length>'),
    ...fieldFile('Request__c', 'Code__c', '<type>Text</type><length>20</length><externalId>true</externalId>'),
    ...fieldFile(
      'Request__c',
      'Account__c',
      '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Requests</relationshipName>',
    ),
    ...formulaFile('Request__c', 'May_Rank__c', 'Checkbox', '$Permission.Rank'),
    ...ruleFile('Request__c', 'Ranked_By_Few', 'AND(ISCHANGED(Size__c), NOT($Permission.Rank))', 'You may not rank.'),
    ...ruleFile('Request__c', 'No_Bad_Secret', 'Secret__c = "bad"', 'Bad secret.'),
    ...object('Step__c', 'Step', 'ControlledByParent'),
    ...fieldFile('Step__c', 'Request__c', masterDetail('Request__c', 'Steps')),
    ...object('Remark__c', 'Remark', 'ControlledByParent'),
    ...fieldFile(
      'Remark__c',
      'Request__c',
      masterDetail('Request__c', 'Remarks', '<writeRequiresMasterRead>true</writeRequiresMasterRead>'),
    ),
    ...object('Bookmark__c', 'Bookmark', 'ReadWrite'),
    ...fieldFile(
      'Bookmark__c',
      'Request__c',
      '<type>Lookup</type><referenceTo>Request__c</referenceTo><relationshipName>Bookmarks</relationshipName>',
    ),
    'customPermissions/Rank.customPermission-meta.xml': component('CustomPermission', '<label>Rank</label>'),
    ...permissionSetFile(
      'Work',
      fieldPermissions('Bookmark__c.Request__c', 're') +
        fieldPermissions('Request__c.Account__c', 're') +
        fieldPermissions('Request__c.May_Rank__c', 'r') +
        fieldPermissions('Request__c.Size__c', 're') +
        fieldPermissions('Request__c.Stage__c', 're') +
        ['Request__c', 'Step__c', 'Remark__c', 'Bookmark__c'].map((one) => objectPermissions(one, 'cred')).join(''),
    ),
    ...permissionSetFile('See_All', objectPermissions('Request__c', 'rV')),
    ...permissionSetFile(
      'Change_All',
      '<customPermissions><enabled>true</enabled><name>Rank</name></customPermissions>' +
        fieldPermissions('Request__c.Secret__c', 're') +
        objectPermissions('Request__c', 'credVM'),
    ),
    ...permissionSetGroupFile('Leading', ['Work', 'Change_All']),
    ...groupFile('Helpers'),
    ...queueFile('Intake', ['Request__c']),
    ...more,
  };
}

interface Worker {
  username: string;
  permissionSets?: string[];
  permissionSetGroups?: string[];
  groups?: string[];
}

const WORKERS: Worker[] = [
  { username: ANA, permissionSets: ['Work'] },
  { username: BEN, permissionSets: ['Work'] },
  { username: LEAD, permissionSetGroups: ['Leading'] },
  { username: OUTSIDER },
];

function toPerson({ username, ...given }: Worker) {
  const [alias = ''] = username.split('@');
  const name = { alias, name: alias, firstName: 'A', lastName: alias, title: 'Agent', role: 'AE' };
  return { ...name, username, email: username, profile: 'Standard User', ...given };
}

const running: SalesforceEmulator[] = [];

/** A Salesforce with this source; `joined` puts workers into groups and queues. */
export async function startDesk(
  source: SourceFiles,
  joined: Record<string, string[]> = {},
): Promise<SalesforceEmulator> {
  const people = WORKERS.map((worker) => toPerson({ ...worker, groups: joined[worker.username] ?? [] }));
  const salesforce = await withSource(source, (folder) => {
    const personas = join(folder, 'personas.json');
    writeFileSync(personas, JSON.stringify({ people, records: [] }));
    return createSalesforce({
      source: folder,
      personas,
      clock: new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') }),
    });
  });
  running.push(salesforce);
  return salesforce;
}

/** Closes what the test has started. */
export async function stopDesk(): Promise<void> {
  for (const salesforce of running.splice(0)) await salesforce.close();
}

type Client = ReturnType<typeof clientOf>;

/** Creates a record that must succeed, and answers its id. */
export async function insert(client: Client, object: string, values: Record<string, unknown>): Promise<string> {
  const { status, body } = await client('POST', `/sobjects/${object}`, values);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return (body as { id: string }).id;
}

/** The records that a query finds, without their attributes. */
export async function find(client: Client, soql: string): Promise<Record<string, unknown>[]> {
  const { status, body } = await client('GET', `/query?q=${encodeURIComponent(soql)}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const { records } = body as { records: Record<string, unknown>[] };
  return records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes')));
}

/** Status and error codes of an answer, `403 INSUFFICIENT_ACCESS_OR_READONLY`; the status alone when all went well. */
export function outcome({ status, body }: { status: number; body: unknown }): string {
  if (!Array.isArray(body)) return String(status);
  return [status, ...(body as { errorCode?: string }[]).flatMap(({ errorCode }) => errorCode ?? [])].join(' ');
}
