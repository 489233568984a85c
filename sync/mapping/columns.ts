/** How a column shows its values. */
export type ColumnFormat = 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'dateTime' | 'longText';

export interface Column {
  /** What the column is known by, whatever people call it or wherever they move it. */
  name: string;
  header: string;
  format: ColumnFormat;
  /** Width in pixels. */
  width: number;
  hidden?: boolean;
}

/** Every column that the backlog can have, in the order it has them in when nobody chose. */
export const COLUMNS = [
  { name: 'key', header: 'Salesforce Id', format: 'text', width: 150, hidden: true },
  { name: 'number', header: 'Request', format: 'text', width: 90 },
  { name: 'rank', header: 'Rank', format: 'integer', width: 60 },
  { name: 'priority', header: 'Priority', format: 'text', width: 75 },
  { name: 'priorityReason', header: 'Priority reason', format: 'text', width: 160 },
  { name: 'status', header: 'Status', format: 'text', width: 130 },
  { name: 'customer', header: 'Customer', format: 'text', width: 170 },
  { name: 'opportunity', header: 'Opportunity', format: 'text', width: 260 },
  { name: 'stage', header: 'Stage', format: 'text', width: 130 },
  { name: 'closeDate', header: 'Close date', format: 'date', width: 95 },
  { name: 'requestType', header: 'Request type', format: 'text', width: 170 },
  { name: 'migration', header: 'Migration', format: 'text', width: 170 },
  { name: 'strategy', header: 'Strategy', format: 'text', width: 130 },
  { name: 'method', header: 'Expected method', format: 'text', width: 160 },
  { name: 'provider', header: 'Expected provider', format: 'text', width: 140 },
  { name: 'initialUsers', header: 'Initial users', format: 'integer', width: 90 },
  { name: 'fullUsers', header: 'Full users', format: 'integer', width: 90 },
  { name: 'repositories', header: 'Repositories', format: 'integer', width: 95 },
  { name: 'sizeTier', header: 'Size', format: 'text', width: 80 },
  { name: 'revenue', header: 'ARR', format: 'money', width: 90 },
  { name: 'market', header: 'Addressable market', format: 'integer', width: 130 },
  { name: 'fiscalYear', header: 'Revenue FY', format: 'text', width: 90 },
  { name: 'score', header: 'Score', format: 'decimal', width: 65 },
  { name: 'complexity', header: 'Complexity score', format: 'decimal', width: 115 },
  { name: 'sizeOverride', header: 'Complexity override', format: 'decimal', width: 130 },
  { name: 'sizeOverrideReason', header: 'Complexity override reason', format: 'text', width: 180 },
  { name: 'risk', header: 'Deployment risk', format: 'decimal', width: 115 },
  { name: 'aptitude', header: 'Admin aptitude', format: 'decimal', width: 115 },
  { name: 'context', header: 'Context', format: 'decimal', width: 75 },
  { name: 'effort', header: 'Effort points', format: 'decimal', width: 95 },
  { name: 'bandwidth', header: 'Bandwidth fit', format: 'decimal', width: 100 },
  { name: 'triageNotes', header: 'Triage notes', format: 'longText', width: 260 },
  { name: 'decision', header: 'Decision', format: 'text', width: 180 },
  { name: 'nextSteps', header: 'Next steps', format: 'longText', width: 260 },
  { name: 'nextStepOwner', header: 'Next-step owner', format: 'text', width: 130 },
  { name: 'nextStepDue', header: 'Next-step due', format: 'date', width: 100 },
  { name: 'accountExecutive', header: 'AE', format: 'text', width: 120 },
  { name: 'customerEngineer', header: 'CE', format: 'text', width: 120 },
  { name: 'engineer', header: 'IE', format: 'text', width: 120 },
  { name: 'projectManager', header: 'TPM', format: 'text', width: 120 },
  { name: 'advisor', header: 'Technical Advisor', format: 'text', width: 130 },
  { name: 'requiredGoLive', header: 'Required go-live', format: 'date', width: 110 },
  { name: 'targetStart', header: 'Target start', format: 'date', width: 95 },
  { name: 'targetCompletion', header: 'Target completion', format: 'date', width: 120 },
  { name: 'requirements', header: 'Requirements', format: 'text', width: 100 },
  { name: 'design', header: 'Technical design', format: 'text', width: 115 },
  { name: 'discovery', header: 'Discovery', format: 'text', width: 100 },
  { name: 'advisorDue', header: 'Pull-in due', format: 'date', width: 95 },
  { name: 'documents', header: 'Docs in Vitally', format: 'text', width: 110 },
  { name: 'artifacts', header: 'Artifacts', format: 'longText', width: 220 },
  { name: 'additionalInformation', header: 'Additional information', format: 'longText', width: 300 },
  { name: 'requester', header: 'Requested by', format: 'text', width: 120 },
  { name: 'filedOn', header: 'Filed on', format: 'date', width: 95 },
  { name: 'age', header: 'Age (days)', format: 'integer', width: 80 },
  { name: 'lastSynced', header: 'Last synced (UTC)', format: 'dateTime', width: 130 },
] as const satisfies readonly Column[];

export type ColumnName = (typeof COLUMNS)[number]['name'];

/** Where the value of an editable column lives: on the request, or on its open triage review. */
export interface EditTarget {
  object: 'Implementation_Request__c' | 'Triage_Review__c';
  field: string;
}

function ofRequest<Field extends string>(field: Field) {
  return { object: 'Implementation_Request__c', field } as const satisfies EditTarget;
}

function ofReview<Field extends string>(field: Field) {
  return { object: 'Triage_Review__c', field } as const satisfies EditTarget;
}

/** The field in Salesforce behind each column that people edit in the sheet. */
export const EDITABLE = {
  rank: ofRequest('Backlog_Rank__c'),
  priority: ofRequest('Priority__c'),
  priorityReason: ofRequest('Priority_Override_Reason__c'),
  complexity: ofReview('Complexity_Score__c'),
  sizeOverride: ofReview('Size_Override__c'),
  sizeOverrideReason: ofReview('Size_Override_Reason__c'),
  risk: ofReview('Deployment_Risk__c'),
  aptitude: ofReview('Admin_Aptitude__c'),
  context: ofReview('Strategic_Context__c'),
  effort: ofRequest('Effort_Points__c'),
  triageNotes: ofRequest('Triage_Notes__c'),
  nextSteps: ofRequest('Next_Steps__c'),
  nextStepOwner: ofRequest('Next_Step_Owner__c'),
  nextStepDue: ofRequest('Next_Step_Due__c'),
  engineer: ofRequest('Implementation_Engineer__c'),
  projectManager: ofRequest('Project_Manager__c'),
  targetStart: ofRequest('Target_Start__c'),
  targetCompletion: ofRequest('Target_Completion__c'),
} as const satisfies Partial<Record<ColumnName, EditTarget>>;

export type EditableColumn = keyof typeof EDITABLE;

export function isEditable(name: ColumnName): name is EditableColumn {
  return name in EDITABLE;
}

/**
 * Whether a column is compared often: the key, the number that shows whether the key still stands beside its own row, and
 * what people edit.
 */
export function isWatched(name: ColumnName): boolean {
  return name === 'key' || name === 'number' || isEditable(name);
}

/** Whether a column says of the row itself when it was written, and so is neither compared nor remembered. */
export function isStamp(name: ColumnName): boolean {
  return name === 'lastSynced';
}

export function headerOf(name: ColumnName): string {
  return COLUMNS.find((column) => column.name === name)?.header ?? name;
}
