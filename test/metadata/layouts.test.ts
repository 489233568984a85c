import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../../force-app/main/default');
/** Help of fields that flows write for themselves, which nobody needs to look at. */
const INTERNAL = '<inlineHelpText>Kept by Groundwork';
/** Other fields that stand on no layout. */
const WITHOUT_LAYOUT = {
  /** Ticked for whoever looks, for list views and reports. */
  filters: [
    ...['I_Take_Part__c', 'Next_Step_Is_Mine__c', 'Is_In_Backlog__c', 'Is_Open__c', 'Status_Group__c'].map(ofRequest),
    ...['Above_Cut_Line__c', 'Qualified_Effort__c', 'Qualified_Share__c'].map(ofRequest),
    ...['Handoff_Item__c.Is_Mine__c', 'Triage_Review__c.Waits_For_Me__c'],
  ],
  /** A step towards another field, which is on the layout. */
  steps: [
    ...['Design_Step__c', 'Discovery_Step__c', 'Size_Score__c', 'Rank_Tie_Break__c'].map(ofRequest),
    ...['Fiscal_Year_Named_By_End__c', 'Fiscal_Year_Start_Month__c', 'Revenue_Fiscal_Year_Seen__c'].map(ofRequest),
    ...[
      'Gives_Playbook__c',
      'Migration_Type__c',
      'Role_Person__c',
      'Sort_Order__c',
      'State_Before__c',
      'State_Step__c',
    ].map(ofItem),
    ...['Begun_Items__c', 'Design_Step__c', 'Discovery_Step__c', 'Playbooks__c'].map(ofHandoff),
    'Strategy_Assessment__c.Size_Score__c',
    ...['Implementation_Capacity__c.Month_Key__c', 'Implementation_Capacity__c.Recounted_On__c'],
  ],
  /** What the next message depends on. */
  messages: [
    ...['Advisor_Call_On__c', 'Advisor_Escalate_On__c', 'Rank_Move_To_Tell__c', 'Stale_Update_To_Tell__c'].map(
      ofRequest,
    ),
    ...['Vitally_Wait_To_Tell__c'].map(ofRequest),
    ...['Called_For_Completion__c', 'Escalated_For_Completion__c'].map(ofHandoff),
  ],
};

function ofRequest(field: string): string {
  return `Implementation_Request__c.${field}`;
}

function ofItem(field: string): string {
  return `Handoff_Item__c.${field}`;
}

function ofHandoff(field: string): string {
  return `Handoff__c.${field}`;
}

/** The layouts by the object that they show. */
function readLayouts(): ReadonlyMap<string, string> {
  const paths = globSync('layouts/*.layout-meta.xml', { cwd: PACKAGE });
  return new Map(paths.map((path) => [basename(path).split('-')[0] ?? '', readFileSync(join(PACKAGE, path), 'utf8')]));
}

test.each([...readLayouts()])('the layout of %s has every field that people look at, once', (object, layout) => {
  const shown = Array.from(layout.matchAll(/<field>(\w+__c)<\/field>/g), ([, field]) => String(field));
  const fields = globSync(`objects/${object}/fields/*.field-meta.xml`, { cwd: PACKAGE })
    .filter((path) => !readFileSync(join(PACKAGE, path), 'utf8').includes(INTERNAL))
    .map((path) => basename(path, '.field-meta.xml'));

  const left = fields.filter((field) => !shown.includes(field)).map((field) => `${object}.${field}`);
  const stated = Object.values(WITHOUT_LAYOUT).flat();
  expect(left.toSorted()).toEqual(stated.filter((name) => name.startsWith(`${object}.`)).toSorted());
  expect(shown.length).toBe(new Set(shown).size);
});

test('every object that people work with has a layout', () => {
  const objects = globSync('objects/*__c/*__c.object-meta.xml', { cwd: PACKAGE })
    .filter((path) => !readFileSync(join(PACKAGE, path), 'utf8').includes('<customSettingsType>'))
    .map((path) => basename(path, '.object-meta.xml'));

  expect([...readLayouts().keys()].toSorted()).toEqual(objects.toSorted());
});
