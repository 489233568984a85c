import type { BacklogEntry, Delivery } from '../../../../sync/mapping/index.ts';

/** An entry with every field filled, and what a test cares about instead. */
export function buildEntry(differences: Partial<BacklogEntry> = {}): BacklogEntry {
  return {
    id: 'a00000000000001AAA',
    number: 'IR-00001',
    url: 'https://org.example/lightning/r/Implementation_Request__c/a00000000000001AAA/view',
    createdAt: '2026-11-20T09:30:00.000Z',
    status: { value: 'In_Triage', label: 'In Triage' },
    requestType: { value: 'Production_Deployment', label: 'Production Deployment' },
    strategy: { value: 'Jointly_Managed', label: 'Jointly Managed' },
    method: { value: 'Kubernetes_Helm', label: 'Kubernetes (Helm)' },
    provider: { value: 'AWS', label: 'AWS' },
    priority: { value: 'P2', label: 'P2' },
    rank: 3,
    nextSteps: 'Call on Monday',
    triageNotes: null,
    additionalInformation: 'Two regions',
    accountId: '001000000000001AAA',
    accountName: 'Northwind Logistics',
    vitallyAccountId: null,
    opportunityName: 'Northwind, 2,600 seats',
    stage: 'Negotiation/Review',
    closeDate: '2027-03-31',
    annualRecurringRevenue: 250_000,
    accountExecutive: 'Ana Ruiz',
    customerEngineer: 'Chen Wei',
    links: [],
    delivery: buildDelivery(),
    ...differences,
  };
}

/** A delivery that has not begun, and what a test cares about instead. */
export function buildDelivery(differences: Partial<Delivery> = {}): Delivery {
  return {
    ...{ selectedOn: null, kickoffOn: null, targetStart: null, targetCompletion: null, completedOn: null },
    ...{ infrastructureStart: null, instanceUrl: null, machineTypes: null, totalCpu: null, totalMemoryGb: null },
    ...{ totalDiskGb: null, codeHosts: null, repositories: null, monorepos: null, largestRepositoryMb: null },
    ...{ health: null, onHold: false, pullInDue: null, advisorEngagedOn: null, implementationEngineer: null },
    ...{ projectManager: null, technicalAdvisor: null, technicalAdvisorEmail: null },
    ...{ updates: [], documents: [], confirmations: [] },
    ...differences,
  };
}
