import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { ListedTab, SheetsClient } from '../google-sheets/index.ts';
import { COLUMN_KEYS, TAB_IDS, TAB_TITLES } from '../mirror/index.ts';
import { diagnose, unreachable, type Cause, type Finding } from './finding.ts';

const AREA = 'Google Sheets';

export async function checkSheet(
  sheets: SheetsClient,
  { url, spreadsheetId, access }: Config['googleSheets'],
): Promise<Finding[]> {
  const share = `Share the spreadsheet with ${addressOf(access)} as an editor.`;
  let tabs: ListedTab[];
  try {
    tabs = await sheets.listTabs();
  } catch (error) {
    return [diagnose(AREA, 'Reading', error, readingCauses(url, spreadsheetId, access, share))];
  }
  return [
    { area: AREA, check: 'Reading', state: 'fine', says: 'The spreadsheet can be read' },
    await checkWriting(sheets, share),
    ...checkTitles(tabs),
    ...(await checkKeys(sheets, tabs)),
  ];
}

async function checkWriting(sheets: SheetsClient, share: string): Promise<Finding> {
  const check = 'Writing';
  try {
    await sheets.tryWriting();
    return { area: AREA, check, state: 'fine', says: 'The spreadsheet can be written' };
  } catch (error) {
    return diagnose(AREA, check, error, [
      { sign: /\b403\b/, says: 'The spreadsheet is shared for reading only', fix: share },
      QUOTA,
    ]);
  }
}

/** A tab of our title that is not ours stands in the way. */
function checkTitles(tabs: readonly ListedTab[]): Finding[] {
  const names = Object.keys(TAB_IDS) as (keyof typeof TAB_IDS)[];
  return names.flatMap((name) => {
    const isOurs = tabs.some(({ sheetId }) => sheetId === TAB_IDS[name]);
    const inTheWay = !isOurs && tabs.some(({ title }) => title === TAB_TITLES[name]);
    if (!inTheWay) return [];
    const says = `The spreadsheet has a tab "${TAB_TITLES[name]}" that is not Groundwork's`;
    return [{ area: AREA, check: 'Tabs', state: 'broken', says, fix: 'Rename that tab: Groundwork makes its own.' }];
  });
}

async function checkKeys(sheets: SheetsClient, tabs: readonly ListedTab[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of ['backlog', 'closed'] as const) {
    const tab = tabs.find(({ sheetId }) => sheetId === TAB_IDS[name]);
    if (tab === undefined) continue;
    const check = `Tab "${tab.title}"`;
    try {
      const { columns } = await sheets.readColumns({ tab, key: COLUMN_KEYS[name], names: ['key'] });
      findings.push(
        columns.has('key')
          ? { area: AREA, check, state: 'fine', says: 'The column with the Salesforce Ids is there' }
          : {
              ...{ area: AREA, check, state: 'broken', says: 'The hidden column "Salesforce Id" was deleted' },
              fix: 'Restore it with File, Version history; or delete the whole tab, and the service makes it anew.',
            },
      );
    } catch (error) {
      findings.push(diagnose(AREA, check, error, [QUOTA]));
    }
  }
  return findings;
}

const QUOTA: Cause = {
  sign: /\b429\b|reads|quota/i,
  says: 'The minute’s requests to Google are used up',
  fix: 'Wait a minute and try again; SHEETS_REQUESTS_PER_MINUTE is Google’s limit for one user.',
};

function readingCauses(
  url: string,
  spreadsheetId: string,
  access: Config['googleSheets']['access'],
  share: string,
): Cause[] {
  const isKey = access.kind === 'key';
  return [
    {
      sign: /\b404\b/,
      says: `There is no spreadsheet ${spreadsheetId}`,
      fix: 'Check SPREADSHEET_ID, the long id in the spreadsheet’s address.',
    },
    {
      sign: /insufficient authentication scopes/i,
      says: 'The access token does not open spreadsheets',
      fix: 'GOOGLE_ACCESS_TOKEN needs the scope https://www.googleapis.com/auth/spreadsheets.',
    },
    {
      sign: /has not been used in project|is disabled/i,
      says: 'The Google Sheets API is switched off in the service account’s project',
      fix: 'Enable the Google Sheets API in the Google Cloud console.',
    },
    {
      sign: /gave no access token/i,
      says: 'Google does not take the key of the service account',
      fix: 'Make a new key for the service account and name its file in GOOGLE_SERVICE_ACCOUNT_KEY_FILE.',
    },
    { sign: /\b403\b/, says: 'The spreadsheet is not shared with the service', fix: share },
    {
      sign: /\b401\b/,
      says: 'Google does not take the access token',
      fix: isKey
        ? 'Make a new key for the service account.'
        : 'GOOGLE_ACCESS_TOKEN has ended or is wrong; a key file is renewed by itself.',
    },
    {
      sign: /ZodError|JSON|private_key|client_email|DECODER|ERR_OSSL/,
      says: 'The key file is none of a service account',
      fix: 'Download the JSON key of the service account and name it in GOOGLE_SERVICE_ACCOUNT_KEY_FILE.',
    },
    QUOTA,
    unreachable(url, 'GOOGLE_SHEETS_URL'),
  ];
}

/** With whom the spreadsheet has to be shared. */
function addressOf(access: Config['googleSheets']['access']): string {
  if (access.kind === 'token') return 'the owner of GOOGLE_ACCESS_TOKEN';
  try {
    return z.object({ client_email: z.string() }).parse(JSON.parse(readFileSync(access.keyFile, 'utf8'))).client_email;
  } catch {
    return 'the service account';
  }
}
