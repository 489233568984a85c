import { createLabels } from '../../../../sync/salesforce/labels.ts';

export const LABELS = createLabels({
  Priority__c: ['P1', 'P2', 'P3', 'P4'].map((value) => ({ value, label: value })),
  Status__c: [
    { value: 'Submitted', label: 'Submitted' },
    { value: 'In_Triage', label: 'In Triage' },
    { value: 'Closed_Handed_Off', label: 'Closed – Handed Off' },
  ],
});
