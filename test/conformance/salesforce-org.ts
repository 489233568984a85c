import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator, type SalesforceOptions } from '../../emulators/salesforce/index.ts';
import {
  fieldFile,
  layoutFile,
  listViewFile,
  objectFile,
  permissionSetFile,
  picklist,
  ruleFile,
  withSource,
  type SourceFiles,
} from '../unit/emulators/salesforce/schema/source-folder.ts';

export const START = new Date('2026-11-22T10:00:00.000Z');
export const ADMIN = 'adi@groundwork.example';
export const READER = 'rea@groundwork.example';

const PROJECTS: SourceFiles = {
  ...objectFile(
    'Project__c',
    '<label>Project</label><pluralLabel>Projects</pluralLabel><nameField><label>Project Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile(
    'Project__c',
    'Stage__c',
    picklist(['Planned', 'Active', 'Done'], { default: 'Planned', restricted: true }),
  ),
  ...fieldFile(
    'Project__c',
    'Code__c',
    '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
  ),
  ...fieldFile('Project__c', 'Batch__c', '<type>Text</type><length>20</length><externalId>true</externalId>'),
  ...fieldFile('Project__c', 'Budget__c', '<type>Currency</type><precision>18</precision><scale>2</scale>'),
  ...fieldFile('Project__c', 'Start__c', '<type>Date</type>'),
  ...fieldFile('Project__c', 'Due__c', '<type>DateTime</type>'),
  ...fieldFile('Project__c', 'Urgent__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
  ...fieldFile(
    'Project__c',
    'Notes__c',
    '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>',
  ),
  ...fieldFile(
    'Project__c',
    'Tags__c',
    picklist(['red', 'green', 'blue']).replace(
      '<type>Picklist</type>',
      '<type>MultiselectPicklist</type><visibleLines>3</visibleLines>',
    ),
  ),
  ...fieldFile(
    'Project__c',
    'Account__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Projects</relationshipName>',
  ),
  ...ruleFile('Project__c', 'No_Negative_Budget', 'Budget__c < 0', 'A budget is not negative.', 'Budget__c'),
  ...objectFile(
    'Milestone__c',
    '<label>Milestone</label><pluralLabel>Milestones</pluralLabel><nameField><label>Milestone Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
  ),
  ...fieldFile(
    'Milestone__c',
    'Project__c',
    '<type>MasterDetail</type><referenceTo>Project__c</referenceTo><relationshipName>Milestones</relationshipName>',
  ),
  ...layoutFile('Project__c', [
    ['Name!', 'Stage__c', 'Account__c'],
    ['Budget__c', 'CreatedById='],
  ]),
  ...listViewFile(
    'Project__c',
    'Open_Projects',
    '<columns>NAME</columns><columns>Account__c</columns><columns>OWNER.ALIAS</columns><filterScope>Everything</filterScope><filters><field>Stage__c</field><operation>notEqual</operation><value>Done</value></filters><filters><field>Budget__c</field><operation>greaterThan</operation><value>10</value></filters><booleanFilter>1 OR 2</booleanFilter><label>Open Projects</label>',
  ),
  ...listViewFile('Project__c', 'Mine', '<columns>NAME</columns><filterScope>Mine</filterScope><label>Mine</label>'),
  ...permissionSetFile(
    'Project_Reader',
    [
      '<fieldPermissions><editable>false</editable><field>Project__c.Stage__c</field><readable>true</readable></fieldPermissions>',
      '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Project__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ].join(''),
  ),
};

const PERSONAS = {
  people: [
    {
      alias: 'rea',
      name: 'Rea Der',
      firstName: 'Rea',
      lastName: 'Der',
      username: READER,
      email: READER,
      title: 'Reader',
      role: 'AE',
      profile: 'Standard User',
      permissionSets: ['Project_Reader'],
    },
  ],
  records: [],
};

const running: SalesforceEmulator[] = [];

/** A Salesforce of projects and milestones at a standstill on a Sunday, with an administrator and a mere reader. */
export async function startSalesforce(
  options: Partial<SalesforceOptions> = {},
): Promise<{ salesforce: SalesforceEmulator; clock: VirtualClock }> {
  const clock = new VirtualClock({ frozenAt: START });
  const salesforce = await withSource(PROJECTS, (source) => {
    const personas = join(source, 'personas.json');
    writeFileSync(personas, JSON.stringify(PERSONAS));
    return createSalesforce({ ...options, source, personas, clock });
  });
  running.push(salesforce);
  return { salesforce, clock };
}

/** Closes what the test has started. */
export async function stopSalesforce(): Promise<void> {
  for (const salesforce of running.splice(0)) await salesforce.close();
}

/** Speaks to the data API as one user. */
export function clientOf(salesforce: Pick<SalesforceEmulator, 'url' | 'accessTokenFor'>, username = ADMIN) {
  const token = salesforce.accessTokenFor(username);
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${salesforce.url}/services/data/v66.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
}

/** Creates a record that must succeed, and answers its id. */
export function createRecord(salesforce: SalesforceEmulator, object: string, values: Record<string, unknown>): string {
  const admin = salesforce.org.findUser(ADMIN);
  if (admin === undefined) throw new Error('The org has no administrator');
  const [result] = salesforce.org.write(admin, [{ kind: 'insert', object, values }], { allOrNone: true });
  if (result?.id == null) throw new Error(JSON.stringify(result?.errors));
  return result.id;
}
