import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { writeZip } from '../../emulators/salesforce/metadata-api/zip/index.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** Files of a package by path. */
export type PackageFiles = Record<string, string>;

/** A document of the Metadata API. */
export function document(type: string, elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${METADATA}">\n${elements}\n</${type}>\n`;
}

/** A manifest: type → members. */
export function manifest(types: Record<string, string[]>): string {
  const elements = Object.entries(types).map(
    ([type, members]) =>
      `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${type}</name></types>`,
  );
  return document('Package', [...elements, '<version>66.0</version>'].join('\n'));
}

/** One more field of Project__c. */
export const RISK = `    <fields>
        <fullName>Risk__c</fullName>
        <label>Risk</label>
        <length>40</length>
        <type>Text</type>
    </fields>`;

/** A package with one more field of Project__c. */
export function fieldPackage(fields: string, ...names: string[]): PackageFiles {
  return {
    'package.xml': manifest({ CustomField: names.map((name) => `Project__c.${name}`) }),
    'objects/Project__c.object': document('CustomObject', fields),
  };
}

/** A package with one rule of Project__c; its formula is on line 7 of the object's file. */
export function rulePackage(formula: string): PackageFiles {
  const rule = `    <label>Project</label>
    <validationRules>
        <fullName>Late</fullName>
        <active>true</active>
        <errorConditionFormula>${formula}</errorConditionFormula>
        <errorMessage>Late.</errorMessage>
    </validationRules>`;
  return {
    'package.xml': manifest({ ValidationRule: ['Project__c.Late'] }),
    'objects/Project__c.object': document('CustomObject', rule),
  };
}

export function flowPackage(elements: string): PackageFiles {
  return { 'package.xml': manifest({ Flow: ['Stamp'] }), 'flows/Stamp.flow': document('Flow', elements) };
}

/** A flow whose element begins on line 11. */
export const STAMP = `<label>Stamp</label>
<processType>AutoLaunchedFlow</processType>
<start>
<locationX>0</locationX><locationY>0</locationY><connector><targetReference>Set_Code</targetReference></connector>
<object>Project__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType>
</start>
<status>Active</status>
<interviewLabel>Stamp</interviewLabel>`;
export const STAMP_ELEMENT = `<recordUpdates>
<name>Set_Code</name><label>Set Code</label><locationX>0</locationX><locationY>0</locationY>
<inputAssignments><field>Code__c</field><value><stringValue>stamped</stringValue></value></inputAssignments>
<inputReference>$Record</inputReference>
</recordUpdates>`;

export function deletion(type: string, ...members: string[]): PackageFiles {
  return { 'package.xml': manifest({}), 'destructiveChangesPost.xml': manifest({ [type]: members }) };
}

export function zipOf(files: PackageFiles): Buffer {
  return writeZip(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
}

/** One entry of `componentSuccesses` or `componentFailures`. */
export interface Message {
  componentType: string;
  fullName: string;
  fileName: string;
  created: boolean;
  changed: boolean;
  deleted: boolean;
  lineNumber?: number;
  columnNumber?: number;
  problem?: string;
  problemType?: string;
}

export interface DeployResult {
  id: string;
  status: string;
  numberComponentErrors: number;
  numberComponentsDeployed: number;
  details: { componentSuccesses: Message[]; componentFailures: Message[] };
}

type Org = Pick<SalesforceEmulator, 'url' | 'accessTokenFor'>;

/** Deploys over REST and waits for the end. */
export async function deploy(
  salesforce: Org,
  files: PackageFiles,
  options: { checkOnly?: boolean; rollbackOnError?: boolean } = {},
): Promise<DeployResult> {
  const form = new FormData();
  const deployOptions = { checkOnly: false, rollbackOnError: true, ignoreWarnings: false, ...options };
  form.append('file', new Blob([new Uint8Array(zipOf(files))], { type: 'application/zip' }), 'package.xml');
  form.append('entity_content', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
  const response = await fetch(`${salesforce.url}/services/data/v66.0/metadata/deployRequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${salesforce.accessTokenFor(ADMIN)}` },
    body: form,
  });
  const { id } = (await response.json()) as { id: string };
  return finished(salesforce, id);
}

/** The result of a deployment that is over. */
export async function finished(salesforce: Org, id: string): Promise<DeployResult> {
  const admin = clientOf(salesforce);
  for (;;) {
    const { body } = await admin('GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = body as { deployResult: DeployResult & { done: boolean } };
    if (deployResult.done) return deployResult;
  }
}

/** Calls the SOAP API and answers status and text. */
export async function soap(
  salesforce: SalesforceEmulator,
  body: string,
  sessionId = salesforce.accessTokenFor(ADMIN),
  version = '66.0',
): Promise<{ status: number; text: string }> {
  const header = `<env:Header><SessionHeader xmlns="${METADATA}"><sessionId>${sessionId}</sessionId></SessionHeader></env:Header>`;
  const response = await fetch(`${salesforce.url}/services/Soap/m/${version}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/">${header}<env:Body xmlns="${METADATA}">${body}</env:Body></env:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}
