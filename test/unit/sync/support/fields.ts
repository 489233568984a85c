import { createFieldCatalogue, type DescribedField } from '../../../../sync/salesforce/describe.ts';

function field(name: string, type: string, differences: Partial<DescribedField> = {}): DescribedField {
  return {
    name,
    label: name,
    type,
    updateable: true,
    length: 0,
    precision: 0,
    scale: 0,
    picklistValues: [],
    ...differences,
  };
}

/** Fields behind editable columns, as an org describes them. */
export const FIELDS = createFieldCatalogue(
  new Map([
    [
      'Implementation_Request__c',
      [
        field('Backlog_Rank__c', 'double', { precision: 4 }),
        field('Priority__c', 'picklist'),
        field('Next_Steps__c', 'textarea', { length: 4000 }),
        field('Triage_Notes__c', 'textarea', { length: 4000 }),
        field('Next_Step_Due__c', 'date'),
        field('Implementation_Engineer__c', 'reference'),
        field('Target_Start__c', 'date', { updateable: false }),
      ],
    ],
    ['Triage_Review__c', [field('Deployment_Risk__c', 'double', { precision: 2, scale: 1 })]],
  ]),
);
