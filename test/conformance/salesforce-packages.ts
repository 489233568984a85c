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
  problem?: string;
  problemType?: string;
}

export interface DeployResult {
  id: string;
  status: string;
  numberComponentErrors: number;
  details: { componentSuccesses: Message[]; componentFailures: Message[] };
}

/** Deploys over REST and waits for the end. */
export async function deploy(
  salesforce: SalesforceEmulator,
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
export async function finished(salesforce: SalesforceEmulator, id: string): Promise<DeployResult> {
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
): Promise<{ status: number; text: string }> {
  const header = `<env:Header><SessionHeader xmlns="${METADATA}"><sessionId>${sessionId}</sessionId></SessionHeader></env:Header>`;
  const response = await fetch(`${salesforce.url}/services/Soap/m/66.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/">${header}<env:Body xmlns="${METADATA}">${body}</env:Body></env:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}
