import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createSheetsClient } from '../google-sheets/index.ts';
import { createSalesforceClient } from '../salesforce/index.ts';
import { createSlackClient } from '../slack/index.ts';
import { createVitallyClient } from '../vitally/index.ts';
import { checkSalesforce } from './check-salesforce.ts';
import { checkSheet } from './check-sheet.ts';
import { checkSlack } from './check-slack.ts';
import { checkVitally } from './check-vitally.ts';
import type { Area, Finding } from './finding.ts';

/** Tries every connection that the settings name, all at once. Nothing is changed anywhere. */
export async function runDoctor(config: Config, clock: Clock): Promise<Finding[]> {
  const { salesforce, googleSheets, vitally, slack } = config;
  const findings = await Promise.all([
    checkSalesforce(createSalesforceClient({ ...salesforce, clock }), salesforce.access, vitally !== undefined, clock),
    checkSheet(createSheetsClient({ ...googleSheets, clock }), googleSheets),
    vitally === undefined
      ? isOff('Vitally', 'VITALLY_URL')
      : checkVitally(createVitallyClient({ ...vitally, clock }), vitally.url, vitally.projectTemplateId),
    slack === undefined ? isOff('Slack', 'SLACK_TOKEN') : checkSlack(createSlackClient({ ...slack, clock }), slack.url),
  ]);
  return findings.flat();
}

function isOff(area: Area, variable: string): Finding[] {
  return [{ area, check: 'Switch', state: 'off', says: `Off: ${variable} is not set` }];
}
