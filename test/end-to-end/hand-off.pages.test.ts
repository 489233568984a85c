import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { enterAs, sidewaysScroll, type Person } from '../support/person.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

const REQUEST = 'Implementation_Request__c';
const DAY = 24 * 60 * 60 * 1000;
const PHONE = { width: 390, height: 844 };
const DESIGN = 'Technical Design Document complete';
const DISCOVERY = 'Discovery Questionnaire complete';
const PLAYBOOK = 'Implementation Playbook provided';
const AREAS = ['Technical', 'Infrastructure', 'Project', 'Timeline'];

let groundwork: Groundwork;
let browser: TestBrowser;
let adi: Person;
let request: string;
let deal: string;
let userIds: Record<string, string>;

const query = (soql: string): Promise<Record<string, unknown>[]> => askVendors(groundwork.ready).query(soql);

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
  const [found] = await query(
    `SELECT Id, Opportunity__c FROM ${REQUEST} WHERE Account__r.Name LIKE 'Juniper%' AND Status__c = 'Qualified'`,
  );
  request = String(found?.['Id']);
  deal = String(found?.['Opportunity__c']);
  const users = await query("SELECT Id, Username FROM User WHERE Username LIKE '%@groundwork.example'");
  userIds = Object.fromEntries(
    users.map(({ Id, Username }): [string, string] => [String(Username).replace(/@.*/, ''), String(Id)]),
  );
  adi = await enterAs(groundwork, browser, 'adi');
  await adi.change(deal, { Customer_Engineer__c: userIds['chen'] });
  const people = { Implementation_Engineer__c: userIds['igor'], Project_Manager__c: userIds['tomas'] };
  const ines = await enterAs(groundwork, browser, 'ines');
  const selected = await ines.change(request, { Status__c: 'Selected', ...people });
  expect(selected.status).toBe(200);
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

/** Opens the handoff of the request as one of the people. */
async function handoffOf(alias: string, size?: { width: number; height: number }): Promise<Person> {
  const person = await enterAs(groundwork, browser, alias, size);
  await person.open(REQUEST, request, 'Handoff');
  await itemOf(person.page, DESIGN).waitFor();
  return person;
}

/** The row of an item. */
function itemOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
}

async function openItem(page: Page, name: string): Promise<Locator> {
  const toggle = itemOf(page, name).getByRole('button', { name, exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return itemOf(page, name);
}

/** The faux boxes of the design system lie over the inputs, so people click the words. */
async function tick(row: Locator, words: string): Promise<void> {
  await row.locator('label').filter({ hasText: words }).click();
  await row.page().keyboard.press('Tab');
}

/** Fields take their value, and their message away, when they are left. */
async function enter(place: Locator | Page, field: string, text: string): Promise<void> {
  const input = place.getByRole('textbox', { name: field });
  await input.fill(text);
  await input.press('Tab');
}

async function stateBecomes(page: Page, name: string, state: string): Promise<void> {
  await itemOf(page, name).getByText(state, { exact: true }).first().waitFor();
}

/** A date as people in the United States type it. */
function typed(day: string): string {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

async function readRequest(...fields: string[]): Promise<Record<string, unknown> | undefined> {
  const [row] = await query(`SELECT ${fields.join(', ')} FROM ${REQUEST} WHERE Id = '${request}'`);
  return row;
}

describe('the handoff to Implementation Engineering', () => {
  test('Discovery waits in words for the Playbook, until Tomas posts it', async () => {
    const chen = await handoffOf('chen');
    await itemOf(chen.page, DISCOVERY).getByText('Waiting for the Implementation Playbook link').waitFor();
    await chen.page.getByText('Requirements before the contract: 0 of 8 ready').waitFor();
    const blockers = chen.page.getByText('What still keeps the deployment from starting').locator('..');
    expect(await blockers.getByRole('listitem').allInnerTexts()).toEqual([
      `${PLAYBOOK} – Not started – Tomas Lindqvist`,
      `${DESIGN} – Not started – Chen Wei`,
      `${DISCOVERY} – Not started – Waiting for the Implementation Playbook link – Chen Wei`,
      'Introduction and kickoff held – Not started – Chen Wei',
      'The deal is not won yet.',
    ]);

    const tomas = await handoffOf('tomas');
    const row = await openItem(tomas.page, PLAYBOOK);
    await row.getByRole('button', { name: 'Mark as done' }).click();
    await row.getByText('Add the link that shows that this is done').waitFor();
    await enter(row, 'Evidence', 'https://docs.example/juniper/playbook');
    await row.getByRole('button', { name: 'Mark as done' }).click();
    await stateBecomes(tomas.page, PLAYBOOK, 'Done');
    await tomas.page.getByText('Waiting for the Implementation Playbook link').first().waitFor({ state: 'detached' });

    await chen.page.reload();
    await chen.page.getByRole('tab', { name: 'Handoff' }).click();
    await itemOf(chen.page, DISCOVERY).waitFor();
    expect(await chen.page.getByText('Waiting for the Implementation Playbook link').count()).toBe(0);
    expect(await accessibilityFaults(chen.page)).toEqual([]);
    expect([...chen.complaints, ...tomas.complaints].filter((text) => !text.includes('400'))).toEqual([]);
  }, 90_000);

  test('the design is handed over with all four areas, returned with a comment, mended and accepted', async () => {
    const chen = await handoffOf('chen');
    const mine = await openItem(chen.page, DESIGN);
    await enter(mine, 'Evidence', 'https://docs.example/juniper/design');
    for (const area of AREAS.slice(0, 3)) await tick(mine, `${area} Information Complete`);
    await mine.getByRole('button', { name: 'Mark as done' }).click();
    await mine.getByText('Confirm that the document holds all timeline information').first().waitFor();
    expect(await mine.getByRole('textbox', { name: 'Evidence' }).inputValue()).toBe(
      'https://docs.example/juniper/design',
    );
    await tick(mine, 'Timeline Information Complete');
    await mine.getByRole('button', { name: 'Mark as done' }).click();
    await stateBecomes(chen.page, DESIGN, 'Done');

    const igor = await handoffOf('igor');
    const theirs = await openItem(igor.page, DESIGN);
    for (const area of ['Technical', 'Project', 'Timeline']) await tick(theirs, `${area} Information Accepted`);
    await theirs.getByRole('button', { name: 'Accept', exact: true }).click();
    await theirs.getByText('Accept the infrastructure information too').first().waitFor();
    await enter(theirs, 'Return Comment', 'Which storage class?');
    await theirs.getByRole('button', { name: 'Return with the comment' }).click();
    await stateBecomes(igor.page, DESIGN, 'Returned');

    await chen.page.reload();
    await chen.page.getByRole('tab', { name: 'Handoff' }).click();
    await itemOf(chen.page, DESIGN).getByText('Which storage class?').waitFor();
    const again = await openItem(chen.page, DESIGN);
    await again.getByRole('button', { name: 'Mark as done' }).click();
    await stateBecomes(chen.page, DESIGN, 'Done');

    await igor.page.reload();
    await igor.page.getByRole('tab', { name: 'Handoff' }).click();
    const last = await openItem(igor.page, DESIGN);
    await tick(last, 'Infrastructure Information Accepted');
    await last.getByRole('button', { name: 'Accept', exact: true }).click();
    await stateBecomes(igor.page, DESIGN, 'Accepted');
    expect(await readRequest('TDD_State__c')).toMatchObject({ TDD_State__c: 'Accepted' });
  }, 120_000);

  test('a requirement may be covered in the design, and counts', async () => {
    const tomas = await handoffOf('tomas');
    const row = await openItem(tomas.page, 'Technical requirements collected');
    await tick(row, 'Covered in the TDD');
    await enter(row, 'TDD Section', '3. Infrastructure');
    await row.getByRole('button', { name: 'Mark as done' }).click();

    await tomas.page.getByText('Requirements before the contract: 1 of 8 ready').waitFor();
    await itemOf(tomas.page, 'Technical requirements collected')
      .getByText('Covered in the TDD: 3. Infrastructure')
      .waitFor();
    expect(tomas.complaints).toEqual([]);
  }, 60_000);

  test('only the lead waives, with a reason; an AE reads, and the org refuses what is forged', async () => {
    const ines = await handoffOf('ines');
    const row = await openItem(ines.page, 'Customer prerequisites met');
    await enter(row, 'Waiver Reason', 'Known customer');
    await row.getByRole('button', { name: 'Waive', exact: true }).click();
    await stateBecomes(ines.page, 'Customer prerequisites met', 'Waived');

    const ben = await handoffOf('ben');
    const theirs = await openItem(ben.page, DISCOVERY);
    await theirs.getByText('Somebody else owes this.').waitFor();
    expect(await ben.page.getByRole('button', { name: /Mark as done|Waive|Accept|^Edit:/ }).count()).toBe(0);
    const [item] = await query(
      `SELECT Id FROM Handoff_Item__c WHERE Implementation_Request__c = '${request}' AND Key__c = 'DISCOVERY'`,
    );
    const forged = await ben.change(String(item?.['Id']), { State__c: 'Waived' });
    expect(forged.status).toBe(400);

    const igor = await handoffOf('igor');
    await openItem(igor.page, DISCOVERY);
    expect(await igor.page.getByRole('button', { name: 'Waive', exact: true }).count()).toBe(0);
  }, 90_000);

  test('the level-set is due two weeks before the close, and moves with it', async () => {
    const chen = await handoffOf('chen');
    const [{ CloseDate } = {}] = await query(`SELECT CloseDate FROM Opportunity WHERE Id = '${deal}'`);
    const close = String(CloseDate);
    await itemOf(chen.page, 'Internal level-set meeting held')
      .getByText(typed(daysAfter(close, -14)))
      .waitFor();

    await adi.change(deal, { CloseDate: daysAfter(close, 14) });

    await chen.page.reload();
    await chen.page.getByRole('tab', { name: 'Handoff' }).click();
    await itemOf(chen.page, 'Internal level-set meeting held').getByText(typed(close)).waitFor();
    expect(await itemOf(chen.page, 'Internal level-set meeting held').count()).toBe(1);
  }, 60_000);

  test('what is noted of the level-set lets its item be done; two people at once see both values', async () => {
    const chen = await handoffOf('chen');
    const section = chen.page.getByRole('region', { name: 'Internal level-set meeting' });
    await section.getByText('Still missing:').waitFor();
    await section.getByRole('button', { name: 'Edit: Internal level-set meeting' }).click();
    await enter(section, 'Level-Set: the Customer', 'Their admins know Kubernetes.');
    const [handoff] = await query(
      `SELECT Id FROM Handoff__c WHERE Implementation_Request__c = '${request}' AND Leg__c = 'To_Implementation'`,
    );
    // The header that tells a conflict has whole seconds.
    await chen.page.waitForTimeout(1100);
    await adi.change(String(handoff?.['Id']), { Level_Set_Customer__c: 'Ask Peter first.' });
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText('Somebody else saved this in the meantime').waitFor();
    await section.getByText('Saved meanwhile: Ask Peter first.').waitFor();
    await section.getByText('Yours: Their admins know Kubernetes.').waitFor();
    await section.getByRole('button', { name: 'Save mine' }).click();
    await section.getByRole('definition').filter({ hasText: 'Their admins know Kubernetes.' }).waitFor();

    const saved = await query(`SELECT Level_Set_Customer__c FROM Handoff__c WHERE Id = '${String(handoff?.['Id'])}'`);
    expect(saved).toMatchObject([{ Level_Set_Customer__c: 'Their admins know Kubernetes.' }]);
  }, 60_000);

  test('all that is open passes to Cleo with the deal', async () => {
    await adi.change(deal, { Customer_Engineer__c: userIds['cleo'] });

    const cleo = await handoffOf('cleo', PHONE);
    await itemOf(cleo.page, DISCOVERY).getByText('Cleo Papadakis (CE)').waitFor();
    await itemOf(cleo.page, DESIGN).getByText('Chen Wei (CE)').waitFor();
    await cleo.page.getByText('Mine', { exact: true }).click();
    await itemOf(cleo.page, DESIGN).waitFor({ state: 'detached' });
    expect(await itemOf(cleo.page, DISCOVERY).count()).toBe(1);
    expect(await sidewaysScroll(cleo.page)).toBe(0);
    expect(await accessibilityFaults(cleo.page)).toEqual([]);
  }, 60_000);

  test('once the deal is won, Cleo sets the kickoff, together with the Partnership Kickoff or not', async () => {
    expect((await adi.change(deal, { StageName: 'Closed Won' })).status).toBe(200);
    const cleo = await handoffOf('cleo');
    expect(await cleo.page.getByText('The deal is not won yet.').count()).toBe(0);
    const section = cleo.page.getByRole('region', { name: 'Introduction and kickoff' });
    const today = new Date().toISOString().slice(0, 10);

    await section.getByRole('button', { name: 'Edit: Introduction and kickoff' }).click();
    await enter(section, 'Introduction and Kickoff', typed(daysAfter(today, 5)));
    await enter(section, 'Partnership Kickoff', typed(daysAfter(today, 5)));
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText('Combined with the Partnership Kickoff: Yes').waitFor();

    await section.getByRole('button', { name: 'Edit: Introduction and kickoff' }).click();
    await enter(section, 'Introduction and Kickoff', typed(daysAfter(today, 6)));
    await section.getByRole('textbox', { name: 'Separate Kickoff Because' }).waitFor();
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText('Combined with the Partnership Kickoff: No').waitFor();
    await cleo.page.getByText('Requirements before the contract: 1 of 8 ready').waitFor();
    expect(await readRequest('Opportunity_Outcome__c')).toMatchObject({ Opportunity_Outcome__c: 'Won' });
    expect(cleo.complaints).toEqual([]);
  }, 60_000);
});

describe('the people and documents of a request', () => {
  test('Tomas names a contact of the customer, and engages them', async () => {
    const tomas = await enterAs(groundwork, browser, 'tomas');
    await tomas.open(REQUEST, request, 'People and documents');
    await tomas.page.getByText('No stakeholders yet.').waitFor();
    await tomas.page.getByRole('button', { name: 'Add a stakeholder' }).click();
    const user = tomas.page.getByRole('combobox', { name: 'User' });
    await user.click();
    await tomas.page.getByRole('option', { name: 'Igor Novak' }).click();
    await choose(tomas.page, 'Role', 'Implementation Engineer');
    await choose(tomas.page, 'Engagement', 'Identified');
    await tomas.page.getByRole('button', { name: 'Save', exact: true }).click();
    const people = tomas.page.getByRole('region', { name: 'Our team' });
    await people.getByText('Igor Novak', { exact: true }).waitFor();

    await people.getByRole('button', { name: 'Edit: Igor Novak' }).click();
    await choose(tomas.page, 'Engagement', 'Engaged');
    await tomas.page.getByRole('button', { name: 'Save', exact: true }).click();
    await people.getByRole('combobox', { name: 'Engagement' }).waitFor({ state: 'detached' });
    await people.getByText('Engaged', { exact: true }).waitFor();
    await until('the engagement', async () =>
      (await readRequest('Engaged_Stakeholders__c'))?.['Engaged_Stakeholders__c'] === 1 ? true : undefined,
    );
    expect(await accessibilityFaults(tomas.page)).toEqual([]);
    expect(tomas.complaints).toEqual([]);
  }, 60_000);

  test('a document is added, and removed after one more question', async () => {
    const tomas = await enterAs(groundwork, browser, 'tomas');
    await tomas.open(REQUEST, request, 'People and documents');
    await tomas.page.getByRole('button', { name: 'Add a link' }).click();
    await enter(tomas.page, 'URL', 'http://docs.example/runbook');
    await enter(tomas.page, 'Title', 'Runbook of Juniper');
    await choose(tomas.page, 'Type', 'Runbook');
    await tomas.page.getByRole('button', { name: 'Save', exact: true }).click();
    await tomas.page.getByText('Enter an address that begins with https://').first().waitFor();
    await enter(tomas.page, 'URL', 'https://docs.example/runbook');
    await tomas.page.getByRole('button', { name: 'Save', exact: true }).click();
    const documents = tomas.page.getByRole('region').filter({ hasText: 'Runbook of Juniper' });
    await documents.getByRole('link', { name: 'Runbook of Juniper' }).waitFor();

    await tomas.page.getByRole('button', { name: 'Remove: Runbook of Juniper' }).click();
    await tomas.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await tomas.page.getByRole('link', { name: 'Runbook of Juniper' }).waitFor({ state: 'detached' });
  }, 60_000);
});

async function choose(page: Page, combobox: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: combobox }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
