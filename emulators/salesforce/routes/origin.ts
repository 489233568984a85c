import type { Call } from './endpoint.ts';

/** What change events say of who made a change: `com/salesforce/api/rest/66.0;client=groundwork`. */
export function originOf(
  { version, headers }: Pick<Call, 'version' | 'headers'>,
  api: 'rest' | 'bulkapi' = 'rest',
): string {
  const client = /(?:^|,)\s*client\s*=\s*([^,]+)/i.exec(headers['sforce-call-options'] ?? '')?.[1]?.trim();
  return `com/salesforce/api/${api}/${version}${client === undefined ? '' : `;client=${client}`}`;
}
