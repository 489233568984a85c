import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a package folder by path, such as `objects/Ticket__c/fields/Size__c.field-meta.xml`. */
export type SourceFiles = Record<string, string>;

/** Writes the files into a folder of their own, lends it, and removes it. */
export async function withSource<Result>(
  files: SourceFiles,
  work: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-source-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of a component of its own, such as a custom permission. */
export function component(type: string, elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${elements}</${type}>\n`;
}

export function objectFile(name: string, elements: string): SourceFiles {
  return { [`objects/${name}/${name}.object-meta.xml`]: component('CustomObject', elements) };
}

/** A field file; the elements are those after `fullName` and `label`. */
export function fieldFile(object: string, name: string, elements: string): SourceFiles {
  const label = name.replace(/__c$/, '').replaceAll('_', ' ');
  const all = `<fullName>${name}</fullName><label>${label}</label>${elements}`;
  return { [`objects/${object}/fields/${name}.field-meta.xml`]: component('CustomField', all) };
}

/** A formula field; the elements are those of its type. */
export function formulaFile(object: string, name: string, type: string, formula: string, elements = ''): SourceFiles {
  return fieldFile(object, name, `<type>${type}</type><formula><![CDATA[${formula}]]></formula>${elements}`);
}

/** A roll-up summary field. Each filter is a field of the child, an operation and a value. */
export function rollUpFile(
  object: string,
  name: string,
  operation: string,
  foreignKey: string,
  { of, where = [] }: { of?: string; where?: [field: string, operation: string, value: string][] } = {},
): SourceFiles {
  const [child = ''] = foreignKey.split('.');
  const filters = where.map(
    ([field, how, value]) =>
      `<summaryFilterItems><field>${child}.${field}</field><operation>${how}</operation><value>${value}</value></summaryFilterItems>`,
  );
  const summarized = of === undefined ? '' : `<summarizedField>${child}.${of}</summarizedField>`;
  return fieldFile(
    object,
    name,
    `<type>Summary</type>${summarized}${filters.join('')}<summaryForeignKey>${foreignKey}</summaryForeignKey><summaryOperation>${operation}</summaryOperation>`,
  );
}

export function ruleFile(object: string, name: string, formula: string, message: string, field?: string): SourceFiles {
  const shownAt = field === undefined ? '' : `<errorDisplayField>${field}</errorDisplayField>`;
  const all = `<fullName>${name}</fullName><active>true</active><errorConditionFormula><![CDATA[${formula}]]></errorConditionFormula>${shownAt}<errorMessage>${message}</errorMessage>`;
  return { [`objects/${object}/validationRules/${name}.validationRule-meta.xml`]: component('ValidationRule', all) };
}

/** A page layout of one section with two columns of fields; a field that ends in `!` is required, in `=` read only. */
export function layoutFile(object: string, columns: [string[], string[]]): SourceFiles {
  const item = (field: string) => {
    const behavior = field.endsWith('!') ? 'Required' : field.endsWith('=') ? 'Readonly' : 'Edit';
    return `<layoutItems><behavior>${behavior}</behavior><field>${field.replace(/[!=]$/, '')}</field></layoutItems>`;
  };
  const written = columns.map((fields) => `<layoutColumns>${fields.map(item).join('')}</layoutColumns>`).join('');
  const section = `<layoutSections><label>Information</label>${written}<style>TwoColumnsTopToBottom</style></layoutSections>`;
  return { [`layouts/${object}-Layout.layout-meta.xml`]: component('Layout', section) };
}

export function listViewFile(object: string, name: string, elements: string): SourceFiles {
  const all = `<fullName>${name}</fullName>${elements}`;
  return { [`objects/${object}/listViews/${name}.listView-meta.xml`]: component('ListView', all) };
}

export function permissionSetFile(name: string, elements: string): SourceFiles {
  const all = `<label>${name}</label>${elements}`;
  return { [`permissionsets/${name}.permissionset-meta.xml`]: component('PermissionSet', all) };
}

/** Permission sets together, less what a muting permission set of the same name says, if any. */
export function permissionSetGroupFile(name: string, permissionSets: string[], muted = ''): SourceFiles {
  const sets = permissionSets.map((one) => `<permissionSets>${one}</permissionSets>`).join('');
  const muting = muted === '' ? '' : `<mutingPermissionSets>${name}</mutingPermissionSets>`;
  return {
    [`permissionsetgroups/${name}.permissionsetgroup-meta.xml`]: component(
      'PermissionSetGroup',
      `<label>${name}</label>${muting}${sets}<status>Updated</status>`,
    ),
    ...(muted === ''
      ? {}
      : {
          [`mutingpermissionsets/${name}.mutingpermissionset-meta.xml`]: component(
            'MutingPermissionSet',
            `<label>${name}</label>${muted}`,
          ),
        }),
  };
}

export function groupFile(name: string): SourceFiles {
  return {
    [`groups/${name}.group-meta.xml`]: component(
      'Group',
      `<doesIncludeBosses>false</doesIncludeBosses><name>${name}</name>`,
    ),
  };
}

export function queueFile(name: string, objects: string[], members = ''): SourceFiles {
  const owned = objects.map((object) => `<queueSobject><sobjectType>${object}</sobjectType></queueSobject>`).join('');
  const all = `<doesSendEmailToMembers>false</doesSendEmailToMembers><name>${name}</name>${members}${owned}`;
  return { [`queues/${name}.queue-meta.xml`]: component('Queue', all) };
}

const LETTERS = {
  c: 'allowCreate',
  d: 'allowDelete',
  e: 'allowEdit',
  r: 'allowRead',
  M: 'modifyAllRecords',
  V: 'viewAllRecords',
} as const;

/** Permissions on an object by the letters of those that are granted, `cred` or `credVM`. */
export function objectPermissions(object: string, letters: string): string {
  const flags = Object.entries(LETTERS).map(
    ([letter, element]) => `<${element}>${String(letters.includes(letter))}</${element}>`,
  );
  return `<objectPermissions>${flags.join('')}<object>${object}</object></objectPermissions>`;
}

/** Permissions on a field: `r`, `re`, or nothing. */
export function fieldPermissions(field: string, letters: string): string {
  const flags = `<editable>${String(letters.includes('e'))}</editable><field>${field}</field><readable>${String(letters.includes('r'))}</readable>`;
  return `<fieldPermissions>${flags}</fieldPermissions>`;
}

export function picklist(values: string[], options: { default?: string; restricted?: boolean } = {}): string {
  const entries = values.map(
    (value) =>
      `<value><fullName>${value}</fullName><default>${String(value === options.default)}</default><label>${value}</label></value>`,
  );
  return `<type>Picklist</type><valueSet><restricted>${String(options.restricted === true)}</restricted><valueSetDefinition><sorted>false</sorted>${entries.join('')}</valueSetDefinition></valueSet>`;
}

/** A Ticket with one of everything that a write looks at, and Notes that belong to it. */
export const TICKETS: SourceFiles = {
  ...objectFile(
    'Ticket__c',
    '<label>Ticket</label><pluralLabel>Tickets</pluralLabel><nameField><label>Number</label><type>AutoNumber</type><displayFormat>T-{0000}</displayFormat></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile('Ticket__c', 'Status__c', picklist(['New', 'Done'], { default: 'New', restricted: true })),
  ...fieldFile('Ticket__c', 'Title__c', '<type>Text</type><length>10</length><required>true</required>'),
  ...fieldFile(
    'Ticket__c',
    'Code__c',
    '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
  ),
  ...fieldFile('Ticket__c', 'Batch__c', '<type>Text</type><length>20</length><externalId>true</externalId>'),
  ...fieldFile('Ticket__c', 'Urgent__c', '<type>Checkbox</type><defaultValue>true</defaultValue>'),
  ...fieldFile('Ticket__c', 'Size__c', '<type>Number</type><precision>5</precision><scale>2</scale>'),
  ...fieldFile(
    'Ticket__c',
    'Account__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Tickets</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
  ),
  ...fieldFile(
    'Ticket__c',
    'Contact__c',
    '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Tickets</relationshipName>',
  ),
  ...objectFile(
    'Note__c',
    '<label>Note</label><pluralLabel>Notes</pluralLabel><nameField><label>Note Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
  ),
  ...fieldFile(
    'Note__c',
    'Ticket__c',
    '<type>MasterDetail</type><referenceTo>Ticket__c</referenceTo><relationshipName>Notes</relationshipName>',
  ),
};

/** A record of a custom metadata type, `Region.North`. */
export function metadataRecordFile(name: string, values: Record<string, string>): SourceFiles {
  const elements = Object.entries(values).map(
    ([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`,
  );
  return {
    [`customMetadata/${name}.md-meta.xml`]: `<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${name}</label><protected>false</protected>${elements.join('')}</CustomMetadata>`,
  };
}
