import { z } from 'zod';

/** What the deployment of a request and its handoff to the Technical Advisor say: the part that goes to Vitally. */
export const DELIVERY_FIELDS = [
  ...['Selected_On__c', 'Target_Start__c', 'Target_Completion__c', 'Actual_Completion__c', 'Infrastructure_Start__c'],
  ...['Instance_Url__c', 'Machine_Types__c', 'Total_CPU__c', 'Total_Memory_GB__c', 'Total_Disk_GB__c'],
  ...['Code_Hosts__c', 'Repositories__c', 'Monorepos__c', 'Largest_Repository_MB__c'],
  ...['Health__c', 'On_Hold__c', 'Advisor_Pull_In_Due__c'],
  ...['Implementation_Engineer__r.Name', 'Project_Manager__r.Name'],
  ...['Technical_Advisor__r.Name', 'Technical_Advisor__r.Email'],
] as const;

export const DELIVERY_CHILDREN = [
  '(SELECT Id, IsDeleted, Update_On__c, Health__c, Percent_Complete__c, Summary__c, Risks__c, Next__c FROM Status_Updates__r ORDER BY Update_On__c, Id)',
  '(SELECT Id, IsDeleted, Leg__c, Kickoff_On__c, Kickoff_Held__c, Technical_Advisor_Engaged_On__c FROM Handoffs__r)',
  "(SELECT Id, IsDeleted, Key__c, Due_On__c, Settled__c FROM Handoff_Items__r WHERE Key__c IN ('TA_OK', 'SUPPORT_OK') ORDER BY Key__c)",
] as const;

/** Objects whose changes are changes of their request, besides its links. A composite request takes five queries. */
export const DELIVERY_OBJECTS = ['Status_Update__c', 'Handoff__c', 'Handoff_Item__c'] as const;

/** What a link says of itself beyond its title and address. */
export const LINK_FIELDS = ['Audience__c', 'Required__c', 'Mirror_To_Vitally__c'] as const;
export const LINK_SHAPE = {
  Audience__c: z.string().nullable(),
  Required__c: z.boolean(),
  Mirror_To_Vitally__c: z.boolean(),
};

const text = z.string().nullable();
const number = z.number().nullable();
const Reachable = z.object({ Name: z.string().nullable(), Email: z.string().nullable() }).nullable();

const CHILD = { Id: z.string(), IsDeleted: z.boolean() };

export const DELIVERY_SHAPE = {
  Selected_On__c: text,
  Target_Start__c: text,
  Target_Completion__c: text,
  Actual_Completion__c: text,
  Infrastructure_Start__c: text,
  Instance_Url__c: text,
  Machine_Types__c: text,
  Total_CPU__c: number,
  Total_Memory_GB__c: number,
  Total_Disk_GB__c: number,
  Code_Hosts__c: text,
  Repositories__c: number,
  Monorepos__c: number,
  Largest_Repository_MB__c: number,
  Health__c: text,
  On_Hold__c: z.boolean(),
  Advisor_Pull_In_Due__c: text,
  Implementation_Engineer__r: Reachable,
  Project_Manager__r: Reachable,
  Technical_Advisor__r: Reachable,
  Status_Updates__r: z
    .object({
      records: z.array(
        z.object({
          ...CHILD,
          Update_On__c: text,
          Health__c: text,
          Percent_Complete__c: number,
          Summary__c: text,
          Risks__c: text,
          Next__c: text,
        }),
      ),
    })
    .nullable(),
  Handoffs__r: z
    .object({
      records: z.array(
        z.object({
          ...CHILD,
          Leg__c: text,
          Kickoff_On__c: text,
          Kickoff_Held__c: z.boolean(),
          Technical_Advisor_Engaged_On__c: text,
        }),
      ),
    })
    .nullable(),
  Handoff_Items__r: z
    .object({ records: z.array(z.object({ ...CHILD, Key__c: text, Due_On__c: text, Settled__c: z.boolean() })) })
    .nullable(),
};

/** The delivery of a request as read: fields by our names, children that are deleted left out. */
export function toDeliveryRecord(record: z.infer<z.ZodObject<typeof DELIVERY_SHAPE>>) {
  const handoffs = live(record.Handoffs__r);
  const toImplementation = handoffs.find(({ Leg__c }) => Leg__c === 'To_Implementation');
  const toAdvisor = handoffs.find(({ Leg__c }) => Leg__c === 'To_Technical_Advisor');
  return {
    selectedOn: record.Selected_On__c?.slice(0, 10) ?? null,
    kickoffOn: toImplementation?.Kickoff_Held__c === true ? toImplementation.Kickoff_On__c : null,
    targetStart: record.Target_Start__c,
    targetCompletion: record.Target_Completion__c,
    completedOn: record.Actual_Completion__c,
    infrastructureStart: record.Infrastructure_Start__c,
    instanceUrl: record.Instance_Url__c,
    machineTypes: record.Machine_Types__c,
    totalCpu: record.Total_CPU__c,
    totalMemoryGb: record.Total_Memory_GB__c,
    totalDiskGb: record.Total_Disk_GB__c,
    codeHosts: record.Code_Hosts__c?.split(';') ?? [],
    repositories: record.Repositories__c,
    monorepos: record.Monorepos__c,
    largestRepositoryMb: record.Largest_Repository_MB__c,
    health: record.Health__c,
    onHold: record.On_Hold__c,
    pullInDue: record.Advisor_Pull_In_Due__c,
    advisorEngagedOn: toAdvisor?.Technical_Advisor_Engaged_On__c ?? null,
    implementationEngineer: record.Implementation_Engineer__r?.Name ?? null,
    projectManager: record.Project_Manager__r?.Name ?? null,
    technicalAdvisor: record.Technical_Advisor__r?.Name ?? null,
    technicalAdvisorEmail: record.Technical_Advisor__r?.Email ?? null,
    updates: live(record.Status_Updates__r).map((update) => ({
      id: update.Id,
      on: update.Update_On__c,
      health: update.Health__c,
      percentComplete: update.Percent_Complete__c,
      summary: update.Summary__c,
      risks: update.Risks__c,
      next: update.Next__c,
    })),
    confirmations: live(record.Handoff_Items__r).map((item) => ({
      key: item.Key__c,
      dueOn: item.Due_On__c,
      isSettled: item.Settled__c,
    })),
  };
}
export type DeliveryRecord = ReturnType<typeof toDeliveryRecord>;

function live<Child extends { IsDeleted: boolean }>(page: { records: Child[] } | null): Child[] {
  return (page?.records ?? []).filter(({ IsDeleted }) => !IsDeleted);
}
