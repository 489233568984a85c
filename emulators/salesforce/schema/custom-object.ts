import { z } from 'zod';
import { SHARING_MODELS, type Field, type SObjectType } from '../entities.ts';
import { autoNumber, CustomField } from './custom-field.ts';
import { DeployError } from './errors.ts';
import { inert, xmlBoolean, xmlList } from './metadata-file.ts';
import { createField } from './standard/index.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm */
export const CustomObject = z.strictObject({
  fullName: z.string().optional(),
  label: z.string().optional(),
  pluralLabel: z.string().optional(),
  nameField: CustomField.optional(),
  sharingModel: z.enum(SHARING_MODELS).optional(),
  fields: xmlList(CustomField),
  validationRules: xmlList(z.unknown()),
  recordTypes: xmlList(z.unknown()),
  enableActivities: xmlBoolean.default(false),
  customSettingsType: z.enum(['List', 'Hierarchy']).optional(),
  ...inert(
    ...([
      'actionOverrides',
      'allowInChatterGroups',
      'compactLayoutAssignment',
      'compactLayouts',
      'customHelp',
    ] as const),
    ...(['customHelpPage', 'deploymentStatus', 'description', 'enableBulkApi', 'enableFeeds'] as const),
    ...([
      'enableDataTranslation',
      'enableDivisions',
      'enableEnhancedLookup',
      'enableHistory',
      'enableLicensing',
    ] as const),
    ...([
      'enablePublishStatusTracking',
      'enableReports',
      'enableSearch',
      'enableSharing',
      'enableStreamingApi',
    ] as const),
    ...([
      'externalSharingModel',
      'fieldSets',
      'gender',
      'household',
      'indexes',
      'listViews',
      'profileSearchLayouts',
    ] as const),
    ...([
      'recordTypeTrackFeedHistory',
      'recordTypeTrackHistory',
      'searchLayouts',
      'sharingReasons',
      'startsWith',
    ] as const),
    ...(['visibility', 'webLinks'] as const),
  ),
});

export type CustomObject = z.output<typeof CustomObject>;

/** An empty custom object: fields are added by the caller. */
export function createCustomObject(place: string, name: string, source: CustomObject, keyPrefix: string): SObjectType {
  const kind = kindOf(name, source);
  if (!name.endsWith('__c') && kind === undefined) {
    throw new DeployError(place, `only custom objects (…__c, …__mdt) are supported yet, not ${name}`);
  }
  if (kind === undefined && source.nameField === undefined) throw new DeployError(place, `${name} needs a nameField`);
  return {
    name,
    label: source.label ?? name,
    labelPlural: source.pluralLabel ?? source.label ?? name,
    keyPrefix,
    custom: true,
    fields: new Map(),
    validationRules: [],
    recordTypes: [],
    sharingModel: source.sharingModel ?? 'ReadWrite',
    ...(kind === undefined ? {} : { kind }),
  };
}

function kindOf(name: string, { customSettingsType }: CustomObject): SObjectType['kind'] {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (customSettingsType === undefined) return undefined;
  return customSettingsType === 'List' ? 'listSetting' : 'hierarchySetting';
}

/** The `Name` of a custom object: an auto-number, or text that becomes the id when it is left blank. */
export function toNameField(place: string, source: CustomField): Field {
  const facts = { name: 'Name', label: source.label ?? 'Name', alwaysVisible: true };
  if (source.type === 'AutoNumber') {
    return createField({ ...facts, ...autoNumber(source), length: 80, nillable: false });
  }
  if (source.type === 'Text') return createField({ ...facts, type: 'string', length: 80 });
  throw new DeployError(place, `a nameField is Text or AutoNumber, not ${source.type ?? '(none)'}`);
}

/** Record types, by their own file or inside the object's. */
export const RecordTypeSource = z.strictObject({
  fullName: z.string().optional(),
  active: xmlBoolean,
  label: z.string(),
  businessProcess: z.never('is not supported yet').optional(),
  picklistValues: xmlList(
    z.strictObject({
      picklist: z.string(),
      values: xmlList(z.strictObject({ fullName: z.string(), default: xmlBoolean.default(false) })),
    }),
  ),
  ...inert('description', 'compactLayoutAssignment'),
});
