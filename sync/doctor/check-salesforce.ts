import { MINUTE, type Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { EDITABLE } from '../mapping/index.ts';
import { fieldsRead, type FieldPlace, type OrgExamination, type SalesforceClient } from '../salesforce/index.ts';
import { diagnose, unreachable, type Cause, type Finding } from './finding.ts';

const AREA = 'Salesforce';

/** The assertion that the service signs holds for three minutes, so that a clock that is further off lets nobody in. */
const WORST_SKEW_MS = 3 * MINUTE;
const TELLING_SKEW_MS = MINUTE;

/** What the service tells Salesforce of the backlog. */
const TOLD_OF_SHEET: readonly FieldPlace[] = [{ object: 'Implementation_Request__c', field: 'Backlog_Since__c' }];

/** What the service tells Salesforce of Vitally. */
const TOLD_OF_VITALLY: readonly FieldPlace[] = [
  { object: 'Implementation_Request__c', field: 'Vitally_State__c' },
  { object: 'Implementation_Request__c', field: 'Vitally_Url__c' },
  { object: 'Implementation_Request__c', field: 'Vitally_Synced_On__c' },
  { object: 'Request_Link__c', field: 'Mirror_State__c' },
  { object: 'Request_Link__c', field: 'Mirrored_On__c' },
  { object: 'Request_Link__c', field: 'Vitally_Url__c' },
  { object: 'Account', field: 'Vitally_State__c' },
];

const ASSIGN = 'Assign the permission set Groundwork Integration to the service’s user.';

export async function checkSalesforce(
  salesforce: SalesforceClient,
  access: Config['salesforce']['access'],
  tellsOfVitally: boolean,
  clock: Clock,
): Promise<Finding[]> {
  let examination: OrgExamination;
  try {
    await salesforce.open();
    examination = await salesforce.examine();
  } catch (error) {
    return [diagnose(AREA, 'Sign-in', error, causesOf(access))];
  }
  const signedIn: Finding = {
    area: AREA,
    check: 'Sign-in',
    state: 'fine',
    says: `Signed in to ${salesforce.instanceUrl}`,
  };
  return [
    signedIn,
    checkReading(examination),
    checkWriting(examination, [
      ...Object.values(EDITABLE),
      ...TOLD_OF_SHEET,
      ...(tellsOfVitally ? TOLD_OF_VITALLY : []),
    ]),
    checkCalls(examination),
    checkClock(examination, clock),
  ];
}

function checkReading({ objects }: OrgExamination): Finding {
  const check = 'Fields to read';
  const needed = fieldsRead();
  const hidden = [...new Set(needed.map(({ object }) => object))].filter((object) => !objects.has(object));
  if (hidden.length > 0) {
    return {
      area: AREA,
      check,
      state: 'broken',
      says: `The user does not see ${hidden.join(', ')}`,
      fix: `${ASSIGN} If Groundwork is not installed in this org, install it first.`,
    };
  }
  const missing = needed.filter(({ object, field }) => objects.get(object)?.has(field) !== true).map(toName);
  if (missing.length === 0)
    return { area: AREA, check, state: 'fine', says: `All ${needed.length} fields can be read` };
  return {
    area: AREA,
    check,
    state: 'broken',
    says: `The user does not see ${list(missing)}`,
    fix: `${ASSIGN} Another permission set may be an older version.`,
  };
}

function checkWriting({ objects }: OrgExamination, needed: readonly FieldPlace[]): Finding {
  const check = 'Fields to write';
  const fixed = needed.filter(({ object, field }) => objects.get(object)?.get(field)?.updateable !== true).map(toName);
  if (fixed.length === 0)
    return { area: AREA, check, state: 'fine', says: `All ${needed.length} fields can be written` };
  return { area: AREA, check, state: 'broken', says: `The user may not edit ${list(fixed)}`, fix: ASSIGN };
}

function checkCalls({ calls }: OrgExamination): Finding {
  const check = 'API calls left';
  if (calls === undefined) return { area: AREA, check, state: 'warning', says: 'The org does not tell its API limit' };
  const says = `${calls.left} of ${calls.limit} daily API calls are left`;
  if (calls.left > calls.limit * 0.1) return { area: AREA, check, state: 'fine', says };
  const fix =
    'Find out under Setup, Company Information and API Usage who makes the calls; the service waits meanwhile.';
  return { area: AREA, check, state: calls.left === 0 ? 'broken' : 'warning', says, fix };
}

function checkClock({ serverTime }: OrgExamination, clock: Clock): Finding {
  const skewMs = clock.now().getTime() - serverTime.getTime();
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const check = 'Clock';
  if (Math.abs(skewMs) < TELLING_SKEW_MS) {
    return { area: AREA, check, state: 'fine', says: `This machine's clock agrees to ${seconds} s` };
  }
  return {
    ...{ area: AREA, check, state: Math.abs(skewMs) < WORST_SKEW_MS ? 'warning' : 'broken' },
    says: `This machine's clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} Salesforce's`,
    fix: 'Set the clock by a time server (NTP): a sign-in that is dated wrongly is refused.',
  };
}

function causesOf(access: Config['salesforce']['access']): Cause[] {
  if (access.kind === 'token') {
    return [
      {
        sign: /INVALID_SESSION_ID|INVALID_AUTH_HEADER|Bad_OAuth_Token/i,
        says: 'Salesforce does not know the session',
        fix: 'SALESFORCE_ACCESS_TOKEN has ended or is wrong: take a new one, or use the JWT settings, which renew it.',
      },
      ...COMMON,
      unreachable(access.instanceUrl, 'SALESFORCE_INSTANCE_URL'),
      notSalesforce(access.instanceUrl, 'SALESFORCE_INSTANCE_URL'),
    ];
  }
  return [
    {
      sign: /hasn.t approved|user is not admin approved/i,
      says: `The connected app may not act for ${access.username}`,
      fix: 'Check SALESFORCE_USERNAME, and pre-authorise its profile or permission set in the connected app’s policies.',
    },
    {
      sign: /expired assertion|assertion is not valid|expired authorization/i,
      says: 'Salesforce takes the sign-in for outdated: this machine’s clock is off',
      fix: 'Set the clock by a time server (NTP).',
    },
    {
      sign: /audience is invalid/i,
      says: 'The sign-in is addressed to another Salesforce',
      fix: 'Check SALESFORCE_LOGIN_URL: https://login.salesforce.com for production, https://test.salesforce.com for a sandbox.',
    },
    {
      sign: /invalid_client_id|client identifier invalid|invalid_client/i,
      says: 'Salesforce does not know the connected app',
      fix: 'Check SALESFORCE_CLIENT_ID, the consumer key of the connected app of this very org.',
    },
    {
      sign: /invalid assertion|invalid_grant/i,
      says: 'The signature does not match the certificate of the connected app',
      fix: 'SALESFORCE_PRIVATE_KEY_FILE must hold the key whose certificate is uploaded in the connected app.',
    },
    {
      sign: /DECODER|PEM|unsupported|ERR_OSSL|asn1/i,
      says: 'The file of SALESFORCE_PRIVATE_KEY_FILE holds no private key',
      fix: 'Give the PEM file that begins with -----BEGIN PRIVATE KEY-----.',
    },
    ...COMMON,
    unreachable(access.loginUrl, 'SALESFORCE_LOGIN_URL'),
    notSalesforce(access.loginUrl, 'SALESFORCE_LOGIN_URL'),
  ];
}

const COMMON: readonly Cause[] = [
  {
    sign: /REQUEST_LIMIT_EXCEEDED/,
    says: 'The daily API calls of the org are used up',
    fix: 'Wait, or find out under Setup, Company Information and API Usage who makes them; the service goes on by itself.',
  },
  {
    sign: /API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED/,
    says: 'The user may not use the API',
    fix: ASSIGN,
  },
];

/** Somebody answers there in words of another kind. */
function notSalesforce(address: string, variable: string): Cause {
  return {
    sign: /\(no reason given\)|ERROR_HTTP_\d|Unexpected token|not valid JSON|<html|\b404\b/i,
    says: `Whoever answers at ${address} is not Salesforce’s sign-in`,
    fix: `Check ${variable}: https://login.salesforce.com, https://test.salesforce.com or https://….my.salesforce.com, not the address of a page (….lightning.force.com).`,
  };
}

function toName({ object, field }: FieldPlace): string {
  return `${object}.${field}`;
}

function list(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
