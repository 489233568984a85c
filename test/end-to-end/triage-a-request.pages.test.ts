import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { hasFocus, tabTo } from '../support/keyboard.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

/** Requests of the sample data. */
const SUBMITTED = 'IR-00002';
const NEEDS_INFO = 'IR-00003';
const WITH_LEADERSHIP = 'IR-00004';
const QUALIFIED = 'IR-00005';

let groundwork: Groundwork;
let browser: TestBrowser;

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
}, 180_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

interface Opened {
  page: Page;
  id: string;
  complaints: string[];
}

/** Opens the page of a request as somebody. */
async function open(alias: string, number: string, size?: { width: number; height: number }): Promise<Opened> {
  const { page, complaints } = await browser.open(size);
  const [found] = await query(`SELECT Id FROM Implementation_Request__c WHERE Name = '${number}'`);
  const id = String(found?.['Id']);
  const path = encodeURIComponent(`/lightning/r/Implementation_Request__c/${id}/view`);
  await page.goto(`${groundwork.ready.portal}/act-as/${alias}@groundwork.example?to=${path}`);
  await page.getByRole('heading', { name: 'Backlog and Vitally' }).waitFor();
  await page.getByText('Loading…').first().waitFor({ state: 'detached' });
  return { page, id, complaints };
}

async function query(soql: string): Promise<Record<string, unknown>[]> {
  return await askVendors(groundwork.ready).query(soql);
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The current stage of the path. */
async function stage(page: Page): Promise<string> {
  return (await page.locator('[aria-current="step"]').innerText()).trim();
}

async function waitForStage(page: Page, name: string): Promise<void> {
  await until(`the stage ${name}`, async () => ((await stage(page)) === name ? true : undefined));
}

function consideration(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Fills in a field and leaves it: the message of a field goes when it is left, and what is below moves. */
async function enter(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('Control+A');
  await field.pressSequentially(text);
  await field.press('Tab');
}

/** Finds a person in a record picker. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('Tab');
}

/** What Salesforce says when the page of this person sends what its buttons do not offer. */
async function forge(page: Page, id: string, fields: Record<string, unknown>): Promise<string> {
  return page.evaluate(
    async ([record, body]) => {
      const answer = await fetch(`/services/data/v66.0/ui-api/records/${record}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return `${answer.status} ${JSON.stringify(await answer.json())}`;
    },
    [id, JSON.stringify({ fields })] as const,
  );
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** Refusals are told by the browser itself. */
function unexpected(complaints: string[]): string[] {
  return complaints.filter((complaint) => !complaint.includes('status of 400'));
}

test('the lead begins triage, scores by keyboard, and an override needs its reason', async () => {
  const { page, complaints } = await open('ines', SUBMITTED);
  expect(await stage(page)).toBe('Submitted');
  await page.getByText('(3 of 5 known, up to', { exact: false }).first().waitFor();
  await consideration(page, 'Account intangibles')
    .getByText('Unknown until this is known: Deployment Risk, Admin Technical Aptitude, Strategic Context.')
    .waitFor();

  await tabTo(page, button(page, 'Begin triage'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Begin triage' }).waitFor();
  await tabTo(page, button(page, 'Begin triage'));
  await page.keyboard.press('Enter');
  // The rule on ARR asks leadership by itself.
  await page.getByText('The request is now Leadership Review.').first().waitFor();

  const intangibles = consideration(page, 'Account intangibles');
  await tabTo(page, intangibles.getByRole('button', { name: 'Score' }));
  await page.keyboard.press('Enter');
  for (const [label, score] of [
    ['Deployment Risk', '3'],
    ['Admin Technical Aptitude', '3'],
    ['Strategic Context', '3'],
  ] as const) {
    await tabTo(page, page.getByRole('spinbutton', { name: label }));
    await page.keyboard.type(score);
  }
  await tabTo(page, button(page, 'Save'));
  await page.keyboard.press('Enter');
  await intangibles.getByText('2.67 of 5').waitFor();
  await intangibles.getByRole('button', { name: 'Score' }).click();
  await enter(page.getByRole('spinbutton', { name: 'Admin Technical Aptitude' }), '1');
  await button(page, 'Save').click();
  await page.getByText('Explain in the note what makes the risk or the context 4 or more', { exact: false }).waitFor();
  await enter(page.getByRole('textbox', { name: 'Note on Intangibles' }), 'New administrators');
  await button(page, 'Save').click();
  // Weaker admins raise the need for a joint deployment.
  await intangibles.getByText('3.33 of 5').waitFor();

  const size = consideration(page, 'Size and complexity');
  await size.getByRole('button', { name: 'Override' }).click();
  await enter(page.getByRole('spinbutton', { name: 'Override: Size and Complexity' }), '4.5');
  await button(page, 'Save').click();
  await page.getByText('Say why this score replaces the suggested one.').waitFor();
  const reason = page.getByRole('textbox', { name: 'Reason: Size and Complexity' });
  await until('the focus in the reason', async () => ((await hasFocus(page, reason)) ? true : undefined));
  expect(await page.getByRole('spinbutton', { name: 'Override: Size and Complexity' }).inputValue()).toBe('4.5');
  await page.keyboard.type('Three regions and strict change control');
  await button(page, 'Save').click();
  await size.getByText(/^Ines Moreau replaced the suggested/).waitFor();
  await size.getByText('4.5 of 5').waitFor();

  await expectAccessible(page);
  expect(unexpected(complaints)).toEqual([]);
}, 120_000);

test('other weights must total 100, tell who would change places, and save nothing', async () => {
  const { page, complaints } = await open('ines', SUBMITTED);
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') writes.push(request.url());
  });
  await button(page, 'Try other weights').click();
  const weights = page.getByRole('region', { name: 'Try other weights' });
  await weights.getByText('Total: 100.').waitFor();
  await button(page, 'Preview').click();
  await weights.getByText(/^None of the \d+ requests in the backlog would change places\.$/).waitFor();

  await enter(weights.getByRole('spinbutton', { name: 'Fiscal-year revenue' }), '40');
  await weights.getByText('The weights must total 100, none below 0. They total 110.').waitFor();
  await button(page, 'Preview').click();
  expect(await weights.getByRole('table').count()).toBe(0);
  for (const [name, weight] of [
    ['Fiscal-year revenue', '0'],
    ['Size and complexity', '0'],
    ['ARR and addressable market', '0'],
    ['Account intangibles', '0'],
    ['Implementation bandwidth', '100'],
  ] as const) {
    await enter(weights.getByRole('spinbutton', { name }), weight);
  }
  await button(page, 'Preview').click();

  await weights.getByText(/^\d+ of \d+ requests in the backlog would change places\.$/).waitFor();
  expect(await weights.getByRole('row').count()).toBeGreaterThan(2);
  await expectAccessible(page);
  expect(writes).toEqual([]);
  expect(unexpected(complaints)).toEqual([]);
}, 90_000);

test('a refused decision loses nothing, shows what another saved meanwhile, and AE and CE are told', async () => {
  const { page, id, complaints } = await open('ines', SUBMITTED);
  await button(page, 'Qualify').click();
  await page.getByText('The AE, the CE and the requester are told the decision', { exact: false }).waitFor();
  await enter(page.getByRole('textbox', { name: 'Decision Detail' }), 'It fits.');
  await button(page, 'Qualify').click();
  await page.getByText('Fill in Next Steps first: the AE and the CE learn them with the decision.').waitFor();
  await page.getByText('Choose the reason: the AE and the CE learn it with the decision.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Decision Detail' }).inputValue()).toBe('It fits.');

  const colleague = await open('igor', SUBMITTED);
  await page.waitForTimeout(1100); // Salesforce tells conflicts by whole seconds.
  expect(await forge(colleague.page, id, { Next_Steps__c: 'Igor asks for the network plan' })).toMatch(/^200/);
  await page.getByRole('combobox', { name: 'Decision Reason' }).click();
  await page.getByRole('option', { name: 'Strategic account' }).click();
  await enter(page.getByRole('textbox', { name: 'Next Steps' }), 'Tomas plans the kickoff');
  await button(page, 'Qualify').click();
  await page.getByText('Somebody else saved this in the meantime. Nothing you entered is lost.').waitFor();
  await page.getByRole('alert').getByText('Saved meanwhile: Igor asks for the network plan').waitFor();
  expect(await page.getByRole('textbox', { name: 'Next Steps' }).inputValue()).toBe('Tomas plans the kickoff');
  await expectAccessible(page);
  await button(page, 'Save mine').click();

  await waitForStage(page, 'Qualified');
  await page.getByText('AE, CE and Requester Told On').waitFor();
  await page.getByText('Round 1: Qualified').waitFor();
  const [decided] = await query(
    `SELECT Next_Steps__c, Decision_Reason__c FROM Implementation_Request__c WHERE Id = '${id}'`,
  );
  expect(decided).toMatchObject({ Next_Steps__c: 'Tomas plans the kickoff', Decision_Reason__c: 'Strategic_account' });
  expect(unexpected(complaints)).toEqual([]);
}, 120_000);

test('leadership reads one page and declines with a comment; then the request cannot be selected', async () => {
  const leader = await open('val', WITH_LEADERSHIP);
  for (const words of ['The five considerations, 0 to 5', 'Effect on capacity', 'Other requests of this account']) {
    await leader.page.getByRole('heading', { name: words }).waitFor();
  }
  await leader.page.getByText('The request cannot be selected while leadership is asked.').waitFor();
  expect(await leader.page.getByRole('button', { name: /Qualify|Begin|Override|Score|Withdraw/ }).count()).toBe(0);
  await expectAccessible(leader.page);
  // The message that asks the reviewer leads to the round of triage.
  const [{ Current_Review__c: review } = {}] = await query(
    `SELECT Current_Review__c FROM Implementation_Request__c WHERE Id = '${leader.id}'`,
  );
  await leader.page.goto(`${new URL(leader.page.url()).origin}/${String(review)}`);
  await button(leader.page, 'Decline').click();
  await button(leader.page, 'Decline').click();
  await leader.page.getByText('Say in the comment why the request is declined.').waitFor();
  await enter(leader.page.getByRole('textbox', { name: 'Leadership Comment' }), 'Not before the audit.');
  await button(leader.page, 'Decline').click();
  await leader.page.getByText('Leadership declined. The request cannot be selected without a new review.').waitFor();

  const { page, complaints } = await open('ines', WITH_LEADERSHIP);
  expect(await stage(page)).toBe('In Triage');
  await page.getByText('Not before the audit.').first().waitFor();
  await button(page, 'Qualify').click();
  await page.getByRole('combobox', { name: 'Decision Reason' }).click();
  await page.getByRole('option', { name: 'Strategic account' }).click();
  await enter(page.getByRole('textbox', { name: 'Next Steps' }), 'Wait for the audit');
  await button(page, 'Qualify').click();
  await waitForStage(page, 'Qualified');
  await button(page, 'Select').click();
  await pick(page, 'Implementation Engineer', 'Igor Novak');
  await pick(page, 'Implementation Project Manager (TPM)', 'Tomas Lindqvist');
  await button(page, 'Select').click();
  await page.getByText('Leadership has not approved this request.', { exact: false }).waitFor();
  expect(await stage(page)).toBe('Qualified');
  expect([...unexpected(leader.complaints), ...unexpected(complaints)]).toEqual([]);
}, 120_000);

test('a selection needs engineer and project manager, and makes the handoff checklist', async () => {
  const { page, id, complaints } = await open('ines', QUALIFIED);
  await button(page, 'Select').click();
  await button(page, 'Select').click();
  await page.getByText('Choose the Implementation Project Manager (TPM) before you select the request.').waitFor();
  await pick(page, 'Implementation Engineer', 'Igor Novak');
  await pick(page, 'Implementation Project Manager (TPM)', 'Tomas Lindqvist');
  await button(page, 'Select').click();
  await waitForStage(page, 'Selected');

  const items = await query(`SELECT Id FROM Handoff_Item__c WHERE Implementation_Request__c = '${id}'`);
  expect(items.length).toBeGreaterThan(10);
  expect(unexpected(complaints)).toEqual([]);
}, 90_000);

test('a customer engineer answers the question, sees no scores, and cannot forge them', async () => {
  const { page, id, complaints } = await open('chen', NEEDS_INFO);
  await page.getByText('How many users start on the machine image', { exact: false }).first().waitFor();
  expect(await page.getByText('of 5 known').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Override|Qualify|Try other weights|Set the priority/ }).count()).toBe(
    0,
  );
  const [{ Current_Review__c: review } = {}] = await query(
    `SELECT Current_Review__c FROM Implementation_Request__c WHERE Id = '${id}'`,
  );
  expect(await forge(page, String(review), { Revenue_Override__c: 5 })).toMatch(/^400/);
  expect(await forge(page, id, { Status__c: 'Qualified' })).toMatch(/^400/);

  await button(page, 'Answer and return to triage').click();
  await button(page, 'Answer and return to triage').click();
  await page.getByText('Answer the question first.').waitFor();
  await enter(page.getByRole('textbox', { name: 'Answer' }), 'All 300, from the first day.');
  await button(page, 'Answer and return to triage').click();
  await waitForStage(page, 'In Triage');
  await button(page, 'Withdraw').click();
  await enter(page.getByRole('textbox', { name: 'Closing Reason' }), 'The budget is gone.');
  await button(page, 'Withdraw').click();
  await waitForStage(page, 'Withdrawn');
  await button(page, 'Reinstate as Submitted').click();
  await button(page, 'Reinstate as Submitted').click();
  await waitForStage(page, 'Submitted');
  expect(unexpected(complaints)).toEqual([]);
}, 120_000);

test('a disqualification needs a reason and an alternative; duplicates name the one that stays', async () => {
  const { page, complaints } = await open('ines', NEEDS_INFO);
  await button(page, 'Begin triage').click();
  await button(page, 'Begin triage').click();
  await waitForStage(page, 'In Triage');
  await button(page, 'Mark as duplicate').click();
  await button(page, 'Mark as duplicate').click();
  expect(await stage(page)).toBe('In Triage');
  await button(page, 'Cancel').click();
  await button(page, 'Disqualify').click();
  await enter(page.getByRole('textbox', { name: 'Next Steps' }), 'Chen talks to the Cloud team');
  await button(page, 'Disqualify').click();
  await page.getByText('Say what the customer can do instead.').waitFor();
  await page.getByText('Choose the reason: the AE and the CE learn it with the decision.').waitFor();
  await page.getByRole('combobox', { name: 'Decision Reason' }).click();
  await page.getByRole('option', { name: 'Cloud viable' }).click();
  await enter(page.getByRole('textbox', { name: 'Alternative Path' }), 'Cloud');
  await button(page, 'Disqualify').click();
  await waitForStage(page, 'Disqualified');
  await page.getByText('AE, CE and Requester Told On').waitFor();
  expect(unexpected(complaints)).toEqual([]);
}, 90_000);

test.each(['ines', 'val', 'chen'])(
  'the page fits a phone for %s',
  async (alias) => {
    const { page } = await open(alias, WITH_LEADERSHIP, { width: 390, height: 844 });

    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await expectAccessible(page);
  },
  60_000,
);
