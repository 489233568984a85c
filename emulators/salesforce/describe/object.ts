import type { SObjectType, User } from '../entities.ts';
import type { Access, Org } from '../org.ts';
import { describeField } from './field.ts';
import { MASTER_RECORD_TYPE, recordTypesOf } from './record-types.ts';

/** Objects without a page and a tab of their own. */
const WITHOUT_PAGES = new Set(['OpportunityContactRole']);
const DEEP_CLONEABLE = new Set(['Opportunity']);
/** What an administrator sets up has no layouts, and nobody searches for it. */
const SETUP = new Set([
  'CustomNotificationType',
  'Group',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'RecordType',
  'UserRole',
]);
/** What people look for among what is set up. */
const SEARCHED = new Set(['UserRole']);
const MERGEABLE = new Set(['Account', 'Contact', 'Lead']);

/** One object and its fields, as this user may use them. `base` is `/services/data/v66.0`. */
export function describeObject(org: Pick<Org, 'schema' | 'access'>, user: User, object: SObjectType, base: string) {
  const access = org.access(user);
  const url = `${base}/sobjects/${object.name}`;
  return {
    actionOverrides: [],
    ...summaryOf(object, access, base),
    childRelationships: childRelationships(org, object, access),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: [...object.fields.values()]
      .filter((field) => access.mayReadField(object, field))
      .map((field) => describeField(object, field, access)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: (WITHOUT_PAGES.has(object.name) ? [] : recordTypesOf(object)).map((recordType) => ({
      active: recordType.active,
      available: recordType.active,
      defaultRecordTypeMapping: recordType.isDefault,
      developerName: recordType.developerName,
      master: recordType.id === MASTER_RECORD_TYPE,
      name: recordType.label,
      recordTypeId: recordType.id,
      urls: { layout: `${url}/describe/layouts/${recordType.id}` },
    })),
    searchLayoutable: !WITHOUT_PAGES.has(object.name),
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.fields.has('OwnerId') ? [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }] : []),
    ],
    urls: {
      ...urlsOf(object, base),
      uiDetailTemplate: `/{ID}`,
      uiEditTemplate: `/{ID}/e`,
      uiNewRecord: `/${object.keyPrefix}/e`,
    },
  };
}

/** What the list of all objects tells of one. */
export function summaryOf(object: SObjectType, access: Access, base: string) {
  const isForUsers = object.kind === undefined && !SETUP.has(object.name);
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: access.mayCreate(object),
    custom: object.custom,
    customSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
    deepCloneable: DEEP_CLONEABLE.has(object.name),
    deletable: access.mayDelete(object),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: isForUsers,
    mergeable: MERGEABLE.has(object.name),
    mruEnabled: isForUsers && !WITHOUT_PAGES.has(object.name),
    name: object.name,
    queryable: access.mayRead(object),
    replicateable: object.kind !== 'customMetadata',
    retrieveable: access.mayRead(object),
    searchable: SEARCHED.has(object.name) || (isForUsers && !WITHOUT_PAGES.has(object.name)),
    triggerable: object.kind !== 'customMetadata' && !SETUP.has(object.name),
    undeletable: access.mayDelete(object) && object.fields.has('IsDeleted') && !WITHOUT_PAGES.has(object.name),
    updateable: access.mayEdit(object),
    urls: urlsOf(object, base),
  };
}

function urlsOf(object: SObjectType, base: string): Record<string, string> {
  const sobject = `${base}/sobjects/${object.name}`;
  return {
    approvalLayouts: `${sobject}/describe/approvalLayouts`,
    compactLayouts: `${sobject}/describe/compactLayouts`,
    describe: `${sobject}/describe`,
    rowTemplate: `${sobject}/{ID}`,
    sobject,
  };
}

function childRelationships(org: Pick<Org, 'schema'>, object: SObjectType, access: Access) {
  return org.schema
    .childRelationships(object)
    .filter(({ object: child, field }) => access.mayRead(child) && access.mayReadField(child, field))
    .map(({ object: child, field }) => ({
      cascadeDelete: field.reference?.onDelete === 'Cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: field.reference?.childRelationshipName ?? null,
      restrictedDelete: field.reference?.onDelete === 'Restrict',
    }));
}
