import type { Field, SObjectType } from '../entities.ts';
import { createField, lookup } from '../schema/index.ts';

const READ_ONLY = { createable: false, updateable: false, alwaysVisible: true };

/**
 * The objects of the Tooling API that metadata of this org can answer, with the fields that it has something to say for.
 * Those of Apex and of packages are there and empty, as they are in an org that has neither.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_list.htm
 */
export function createToolingObjects(): SObjectType[] {
  return [
    object('EntityDefinition', '4ie', [
      ...texts('DurableId', 'QualifiedApiName', 'DeveloperName', 'MasterLabel', 'Label', 'PluralLabel'),
      ...texts('NamespacePrefix', 'KeyPrefix', 'InternalSharingModel'),
      ...flags('IsCustomSetting'),
    ]),
    object('FieldDefinition', '4fe', [
      ...texts('DurableId', 'QualifiedApiName', 'DeveloperName', 'MasterLabel', 'Label', 'NamespacePrefix'),
      ...texts('Description', 'DataType'),
      ...numbers('Length', 'Precision', 'Scale'),
      ...flags('IsCalculated', 'IsNillable'),
      ofEntity('Fields'),
    ]),
    object('CustomObject', '01I', [...texts('DeveloperName', 'NamespacePrefix', 'Description')]),
    object('CustomField', '00N', [
      ...texts('DeveloperName', 'NamespacePrefix', 'TableEnumOrId', 'Description', 'InlineHelpText'),
      ...numbers('Length', 'Precision', 'Scale'),
      ofEntity('CustomFields'),
    ]),
    object('ValidationRule', '03d', [
      ...texts('ValidationName', 'NamespacePrefix', 'ErrorDisplayField', 'ErrorMessage'),
      ...flags('Active'),
      ofEntity('ValidationRules'),
    ]),
    object('FlowDefinition', '300', [
      ...texts('DeveloperName', 'NamespacePrefix', 'MasterLabel', 'Description'),
      way('ActiveVersionId', 'Flow', 'ActiveVersion'),
      way('LatestVersionId', 'Flow', 'LatestVersion'),
    ]),
    object('Flow', '301', [
      ...texts('MasterLabel', 'Description', 'ProcessType', 'Status'),
      ...numbers('VersionNumber', 'ApiVersion'),
      way('DefinitionId', 'FlowDefinition', 'Definition', 'Versions'),
    ]),
    ...emptyObjects(),
  ];
}

/** Of which an org without Apex and packages has none. */
function emptyObjects(): SObjectType[] {
  const known: [name: string, keyPrefix: string, fields: Field[]][] = [
    ['ApexClass', '01p', [...texts('Name', 'NamespacePrefix', 'Status', 'Body'), ...numbers('ApiVersion')]],
    ['ApexTrigger', '01q', [...texts('Name', 'NamespacePrefix', 'Status', 'Body', 'TableEnumOrId')]],
    ['ApexPage', '066', texts('Name', 'NamespacePrefix', 'MasterLabel', 'Markup')],
    ['ApexComponent', '099', texts('Name', 'NamespacePrefix', 'MasterLabel', 'Markup')],
    [
      'ApexTestQueueItem',
      '709',
      [...texts('Status', 'ExtendedStatus', 'ParentJobId'), way('ApexClassId', 'ApexClass', 'ApexClass')],
    ],
    [
      'ApexTestResult',
      '07M',
      [
        ...texts('AsyncApexJobId', 'Message', 'MethodName', 'Outcome', 'StackTrace', 'TestTimestamp'),
        ...numbers('RunTime'),
        way('ApexClassId', 'ApexClass', 'ApexClass'),
      ],
    ],
    [
      'ApexCodeCoverageAggregate',
      '715',
      [
        ...numbers('NumLinesCovered', 'NumLinesUncovered'),
        way('ApexClassOrTriggerId', 'ApexClass', 'ApexClassOrTrigger'),
      ],
    ],
    ['SubscriberPackage', '033', texts('Name', 'NamespacePrefix', 'Description')],
    [
      'SubscriberPackageVersion',
      '04t',
      [
        ...texts('Name', 'Package2ContainerOptions'),
        ...numbers('MajorVersion', 'MinorVersion', 'PatchVersion', 'BuildNumber'),
        ...flags('IsBeta', 'IsManaged'),
      ],
    ],
    [
      'InstalledSubscriberPackage',
      '0A3',
      [
        way('SubscriberPackageId', 'SubscriberPackage', 'SubscriberPackage'),
        way('SubscriberPackageVersionId', 'SubscriberPackageVersion', 'SubscriberPackageVersion'),
      ],
    ],
  ];
  return known.map(([name, keyPrefix, fields]) => object(name, keyPrefix, fields));
}

function object(name: string, keyPrefix: string, fields: Field[]): SObjectType {
  const id = createField({ ...READ_ONLY, name: 'Id', label: `${name} ID`, type: 'id', length: 18, nillable: false });
  return {
    ...{ name, label: name, labelPlural: name, keyPrefix, custom: false, sharingModel: 'ReadWrite' },
    fields: new Map([id, ...structuredClone(fields)].map((field) => [field.name, field])),
    validationRules: [],
    recordTypes: [],
  };
}

function texts(...names: string[]): Field[] {
  return names.map((name) => createField({ ...READ_ONLY, name, label: name, type: 'string', length: 255 }));
}

function flags(...names: string[]): Field[] {
  return names.map((name) => createField({ ...READ_ONLY, name, label: name, type: 'boolean', nillable: false }));
}

function numbers(...names: string[]): Field[] {
  return names.map((name) => createField({ ...READ_ONLY, name, label: name, type: 'double', precision: 18 }));
}

function way(name: string, to: string, up: string, down?: string): Field {
  return { ...lookup(name, name, [to], { up, ...(down !== undefined && { down }) }), ...READ_ONLY };
}

/** Text and no id, since entities go by their durable ids: names, for standard objects. */
function ofEntity(down: string): Field {
  return { ...way('EntityDefinitionId', 'EntityDefinition', 'EntityDefinition', down), type: 'string', length: 255 };
}
