/** The field types of the API, as describe spells them. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'address'
  | 'location'
  | 'anyType';

/** What a field holds between two requests, exactly as a SQLite column does: booleans are 0 or 1, dates and times text. */
export type StoredValue = string | number | null;

/** One record: API field name → stored value. `Id` is always there, with 18 characters. */
export type StoredRecord = Record<string, StoredValue>;

export interface PicklistValue {
  /** The API value. */
  value: string;
  label: string;
  active: boolean;
  isDefault: boolean;
  /** Values of the controlling field for which this one may be chosen; absent when the field is not dependent. */
  validFor?: string[];
}

export interface Field {
  /** API name, `Status__c`. */
  name: string;
  label: string;
  type: FieldType;
  /** Characters, for text. */
  length: number;
  /** All digits, and those right of the point, for numbers. */
  precision: number;
  scale: number;
  custom: boolean;
  /** The custom compound field that it is a part of, whose permissions are its own. */
  partOf?: string;
  /** How far a number may be from 0, when its digits do not tell. */
  furthest?: number;
  /** How a location is shown: as `37.5` or in degrees, minutes and seconds. */
  inDecimal?: boolean;
  /** May be blank in the API's eyes. */
  nillable: boolean;
  /** Must be given on create: not nillable and without a default. */
  required: boolean;
  unique: boolean;
  caseSensitive: boolean;
  externalId: boolean;
  createable: boolean;
  updateable: boolean;
  /** Never read or written through field-level security: system fields, required fields and master-detail fields. */
  alwaysVisible: boolean;
  /** Whether its changes go into the field history. */
  tracked?: boolean;
  /** Worked out from a formula whenever it is read; not stored. */
  calculated: boolean;
  formula?: string;
  /** Kept by the platform from the child records. */
  summary?: RollUp;
  treatBlanksAs?: 'BlankAsZero' | 'BlankAsBlank';
  /** Formula of the default value, `"Submitted"` or `TODAY()`. */
  defaultFormula?: string;
  /** `IR-{00000}` */
  autoNumberFormat?: string;
  /** Its first number, 1 when absent. */
  autoNumberStart?: number;
  picklist?: { values: PicklistValue[]; restricted: boolean; controllerName?: string };
  /** For lookups and master-detail. */
  reference?: {
    to: string[];
    /** Name of the way up in SOQL, `Opportunity__r`. */
    relationshipName: string | null;
    /** Name of the way down from the parent, `Implementation_Requests__r`. */
    childRelationshipName: string | null;
    kind: 'lookup' | 'masterDetail';
    onDelete: 'SetNull' | 'Restrict' | 'Cascade';
    /** For master-detail: whoever may read the master may write its details; otherwise the master has to be editable. */
    readableMasterSuffices?: boolean;
    /** Users above each other, none of whom is above himself. */
    isHierarchy?: boolean;
    /** What the record found has to be. */
    filter?: LookupFilter;
  };
  description?: string;
  inlineHelpText?: string;
  /** Whether queries neither filter nor sort by it, although its type would let them. */
  unfilterable?: boolean;
  /** What describe tells of it that does not follow from the rest: recorded facts of standard fields. */
  describedAs?: Readonly<Record<string, unknown>>;
}

export interface LookupFilter {
  /** Fields are `Account.Industry` of the record found, `$Source.Kind__c` of the one that looks it up, or globals. */
  conditions: {
    field: string;
    operation:
      | 'equals'
      | 'notEqual'
      | 'lessThan'
      | 'greaterThan'
      | 'lessOrEqual'
      | 'greaterOrEqual'
      | 'contains'
      | 'notContain'
      | 'startsWith'
      | 'includes'
      | 'excludes';
    /** As the metadata spells it. */
    value?: string;
    /** A field instead of a value. */
    valueField?: string;
  }[];
  /** `1 AND (2 OR 3)` */
  logic: string;
  message: string;
}

export interface RollUp {
  operation: 'count' | 'sum' | 'min' | 'max';
  /** The children, and their field that leads to this object. */
  child: string;
  foreignKey: string;
  /** The field of the children that is summed up; COUNT has none. */
  summarized?: string;
  /** Children count only when all of these hold. Values are as the metadata spells them. */
  filters: { field: string; operation: string; value: string }[];
}

export interface ValidationRule {
  name: string;
  active: boolean;
  formula: string;
  message: string;
  /** The field at which the message is shown; the top of the page when absent. */
  errorField?: string;
}

export interface RecordType {
  id: string;
  developerName: string;
  label: string;
  active: boolean;
  isDefault: boolean;
  /** The values that a picklist has in records of this type, and the one it begins with; all when a picklist is not told. */
  picklists?: Map<string, { values: string[]; defaultValue?: string }>;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm, of which these are served. */
export const SHARING_MODELS = ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'ControlledByParent'] as const;
export type SharingModel = (typeof SHARING_MODELS)[number];

export interface SObjectType {
  name: string;
  label: string;
  labelPlural: string;
  /** First three characters of its records' ids. */
  keyPrefix: string;
  custom: boolean;
  /** Insertion order is describe order. */
  fields: Map<string, Field>;
  validationRules: ValidationRule[];
  recordTypes: RecordType[];
  /** What everybody may do with the records of others. */
  sharingModel: SharingModel;
  /** What is special about an object; absent for one that keeps ordinary records. */
  kind?: 'customMetadata' | 'listSetting' | 'hierarchySetting' | 'history';
  /** Where changes of its tracked fields are kept. */
  history?: SObjectType;
  /** The object whose changes it keeps. */
  historyOf?: SObjectType;
  /** The object whose records are opened to others by the records of this one. */
  sharesOf?: string;
}

/** A record of a custom metadata type, as deployed. */
export interface MetadataRecord {
  /** Where it stands in the source. */
  place: string;
  /** `Region__mdt` */
  object: string;
  developerName: string;
  label: string;
  values: { field: string; value: string }[];
}

/** Everything that is deployed, by API name. Lookups by name ignore case, as the platform does. */
export interface Schema {
  objects: Map<string, SObjectType>;
  permissionSets: Map<string, PermissionSet>;
  permissionSetGroups: Map<string, PermissionSetGroup>;
  /** What permission set groups take away, as permission sets. */
  mutingPermissionSets: Map<string, PermissionSet>;
  /** Public groups and queues. */
  groups: Map<string, PublicGroup>;
  sharingRules: SharingRule[];
  metadataRecords: MetadataRecord[];
  /** Custom labels: name → text. */
  labels: Map<string, string>;
  customPermissions: Set<string>;
  findObject(name: string): SObjectType | undefined;
  findField(object: SObjectType, name: string): Field | undefined;
  /** Lookups and master-detail fields that point at this object. */
  childRelationships(object: SObjectType): { object: SObjectType; field: Field }[];
  /** The object whose ids begin with this prefix. */
  objectOfId(id: string): SObjectType | undefined;
}

export interface ObjectPermission {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

export interface PermissionSet {
  name: string;
  label: string;
  objects: Map<string, ObjectPermission>;
  /** `Opportunity.Customer_Engineer__c` → what is allowed. */
  fields: Map<string, { readable: boolean; editable: boolean }>;
  /** API names of custom permissions that are enabled. */
  customPermissions: string[];
  /** Custom metadata types and custom settings that may be read over the API. */
  setupObjects: string[];
  /** Names of user permissions that are enabled, such as `ApiEnabled`. */
  userPermissions: string[];
}

/** Permission sets that are assigned together, less what the muting permission sets name. */
export interface PermissionSetGroup {
  name: string;
  label: string;
  description: string | null;
  permissionSets: string[];
  mutingPermissionSets: string[];
}

/** A public group or a queue, as deployed. */
export interface PublicGroup {
  /** API name. */
  name: string;
  label: string;
  kind: 'Regular' | 'Queue';
  email: string | null;
  /** Objects whose records a queue may own. */
  objects: string[];
  members: { usernames: string[]; groups: string[] };
}

/** Whom a sharing rule is about: everybody, or who is in a group. */
export type SharingParty = { kind: 'everybody' } | { kind: 'group'; name: string };

/** Opens records of an object to others than their owners. */
export interface SharingRule {
  /** `Implementation_Request__c.Urgent_Ones` */
  name: string;
  object: string;
  level: 'read' | 'edit';
  sharedTo: SharingParty;
  which:
    | { kind: 'owned'; by: SharingParty }
    /** `logic` is as in the metadata, `1 AND (2 OR 3)`; all criteria hold without. */
    | { kind: 'matching'; criteria: { field: string; operation: string; value: string }[]; logic: string | undefined };
}

/** The profiles of the org. Those of minimum access leave everything to permission sets. */
export const PROFILES = [
  'System Administrator',
  'Standard User',
  'Minimum Access - Salesforce',
  'Minimum Access - API Only Integrations',
] as const;

/** Who is asking. */
export interface User {
  id: string;
  username: string;
  name: string;
  email: string;
  profile: (typeof PROFILES)[number];
  /** Where the user's days begin and end, `Europe/Paris`; GMT when absent. */
  timeZone?: string;
}

/** One thing wrong with one record, as the API tells it. */
export interface RecordError {
  /** `REQUIRED_FIELD_MISSING`, see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm */
  statusCode: string;
  message: string;
  /** API names of the fields concerned. */
  fields: string[];
}

export interface SaveResult {
  id: string | null;
  success: boolean;
  /** Told for upserts only. */
  created?: boolean;
  errors: RecordError[];
}

/** One record to write. `values` are as JSON or a text client sent them: the org coerces them by field type. */
export type WriteOperation =
  | { kind: 'insert'; object: string; values: Record<string, unknown> }
  | { kind: 'update'; object: string; id: string; values: Record<string, unknown> }
  | { kind: 'upsert'; object: string; externalIdField: string; externalId: unknown; values: Record<string, unknown> }
  | { kind: 'delete'; object: string; id: string }
  | { kind: 'undelete'; object: string; id: string };
