const APEX = 'nothing here runs Apex';
const ASSIGNS = 'it would assign or escalate records by itself; a flow does this';
const APPROVES = 'approvals are not imitated';
const DUPLICATES = 'duplicates are not looked for';

/** Types of the platform that this org does not take, and why. */
export const REFUSED_TYPES: Readonly<Record<string, string>> = {
  ApexClass: APEX,
  ApexComponent: APEX,
  ApexPage: APEX,
  ApexTrigger: APEX,
  ApprovalProcess: APPROVES,
  AssignmentRules: ASSIGNS,
  AuraDefinitionBundle: 'pages are made of Lightning web components alone',
  AutoResponseRules: ASSIGNS,
  BusinessProcess: 'every record type has all stages',
  ConnectedApp: 'apps that log in are registered with the emulator',
  ContentAsset: 'there are no files',
  CustomObjectTranslation: 'everybody reads the words of the source',
  CustomSite: 'there are no sites',
  Document: 'there are no documents',
  DuplicateRule: DUPLICATES,
  EscalationRules: ASSIGNS,
  FlowDefinition: 'a flow says itself whether it is active, as of API version 44.0',
  Index: 'there are no big objects',
  MatchingRules: DUPLICATES,
  NamedCredential: 'nothing here calls out',
  Profile: 'the profiles are those of a new org; permission sets grant more',
  RestrictionRule: 'records are not hidden by rules',
  Role: 'there is no role hierarchy',
  Settings: 'the settings of this org are fixed',
  SharingReason: 'only Apex shares for a reason',
  Translations: 'everybody reads the words of the source',
  WorkflowFieldUpdate: 'a flow does this',
  WorkflowRule: 'a flow does this',
  WorkflowTask: 'a flow does this',
};
