import {
  component,
  fieldFile,
  formulaFile,
  objectFile,
  permissionSetFile,
  picklist,
  type SourceFiles,
} from '../schema/source-folder.ts';

const lookup = (to: string, children: string): string =>
  `<type>Lookup</type><referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName>`;
const number = (type: string, scale = 0): string =>
  `<type>${type}</type><precision>18</precision><scale>${scale}</scale>`;

export const STAGES = ['New', 'Scored', 'Chosen', 'Done'];

/** Asks of accounts, with things owed for each. */
const OBJECTS: SourceFiles = {
  ...objectFile(
    'Ask__c',
    '<label>Ask</label><pluralLabel>Asks</pluralLabel><nameField><label>Ask Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile('Ask__c', 'Account__c', lookup('Account', 'Asks')),
  ...fieldFile('Ask__c', 'Opportunity__c', lookup('Opportunity', 'Asks')),
  ...fieldFile('Ask__c', 'Status__c', picklist(STAGES, { restricted: true })),
  ...fieldFile('Ask__c', 'Worth__c', number('Currency', 2)),
  ...fieldFile('Ask__c', 'Score__c', number('Number')),
  ...fieldFile('Ask__c', 'Share__c', number('Percent')),
  ...formulaFile('Ask__c', 'Doubled__c', 'Number', 'Score__c * 2', '<precision>18</precision><scale>0</scale>'),
  ...formulaFile('Ask__c', 'Is_High__c', 'Checkbox', 'Score__c > 2'),
  ...fieldFile('Ask__c', 'Asked__c', '<type>Date</type>'),
  ...fieldFile('Ask__c', 'Seen__c', '<type>DateTime</type>'),
  ...fieldFile('Ask__c', 'Urgent__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
  ...objectFile(
    'Owed__c',
    '<label>Owed</label><pluralLabel>Owed</pluralLabel><nameField><label>Owed Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile('Owed__c', 'Ask__c', lookup('Ask__c', 'Owed')),
  ...fieldFile('Owed__c', 'Days__c', number('Number', 1)),
  ...fieldFile('Owed__c', 'Done__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
};

/** `Name Account__c Account__c.Industry` as columns of one table. */
function section(table: string, fields: string): string {
  const columns = fields
    .split(' ')
    .map(
      (field) =>
        `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>${table}</table></columns>`,
    );
  return `<sections>${columns.join('')}<masterLabel>${table}</masterLabel></sections>`;
}

/** A report type; joins are written from the base object down, with a question mark for outer ones. */
export function reportTypeFile(
  name: string,
  base: string,
  joins: string[],
  sections: [table: string, fields: string][],
): SourceFiles {
  const join = joins.toReversed().reduce((inner, written) => {
    const relationship = written.replace('?', '');
    return `<join>${inner}<outerJoin>${String(written.endsWith('?'))}</outerJoin><relationship>${relationship}</relationship></join>`;
  }, '');
  const elements = `<baseObject>${base}</baseObject><category>other</category><deployed>true</deployed>${join}<label>${name.replaceAll('_', ' ')}</label>${sections.map(([table, fields]) => section(table, fields)).join('')}`;
  return { [`reportTypes/${name}.reportType-meta.xml`]: component('ReportType', elements) };
}

/** A report in the folder `Asking`. */
export function reportFile(name: string, format: string, reportType: string, elements: string): SourceFiles {
  const all = `${elements}<format>${format}</format><name>${name.replaceAll('_', ' ')}</name><reportType>${reportType}</reportType><scope>organization</scope><showDetails>true</showDetails>`;
  return { [`reports/Asking/${name}.report-meta.xml`]: component('Report', all) };
}

/** Columns by name, one with an aggregate as `Sum:Ask__c$Worth__c`. */
export function columns(...names: string[]): string {
  return names
    .map((written) => {
      const [field, ...kinds] = written.split(':').toReversed();
      return `<columns>${kinds.map((kind) => `<aggregateTypes>${kind}</aggregateTypes>`).join('')}<field>${field ?? ''}</field></columns>`;
    })
    .join('');
}

export function down(field: string, elements = '<sortOrder>Asc</sortOrder>'): string {
  return `<groupingsDown><field>${field}</field>${elements}</groupingsDown>`;
}

export function across(field: string, elements = '<sortOrder>Asc</sortOrder>'): string {
  return `<groupingsAcross><field>${field}</field>${elements}</groupingsAcross>`;
}

/** Filters as `[column, operator, value]`, with filter logic. */
export function filter(items: [column: string, operator: string, value: string][], logic?: string): string {
  const written = items.map(
    ([column, operator, value]) =>
      `<criteriaItems><column>${column}</column><columnToColumn>false</columnToColumn><isUnlocked>true</isUnlocked><operator>${operator}</operator><value>${value}</value></criteriaItems>`,
  );
  return `<filter>${logic === undefined ? '' : `<booleanFilter>${logic}</booleanFilter>`}${written.join('')}</filter>`;
}

const READER = [
  ...['Status__c', 'Score__c', 'Account__c'].map(
    (field) =>
      `<fieldPermissions><editable>false</editable><field>Ask__c.${field}</field><readable>true</readable></fieldPermissions>`,
  ),
  '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Ask__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
].join('');

/** The objects, their report types and the folders, without any report. */
export const ASKING: SourceFiles = {
  ...OBJECTS,
  ...permissionSetFile('Ask_Reader', READER),
  ...reportTypeFile(
    'Asks',
    'Ask__c',
    [],
    [
      [
        'Ask__c',
        'Name Status__c Worth__c Score__c Share__c Doubled__c Is_High__c Asked__c Seen__c Urgent__c Account__c Account__c.Industry Owner CreatedDate',
      ],
    ],
  ),
  ...reportTypeFile(
    'Asks_with_Owed',
    'Ask__c',
    ['Owed__r?'],
    [
      ['Ask__c', 'Name Status__c Worth__c'],
      ['Ask__c.Owed__r', 'Name Days__c Done__c'],
    ],
  ),
  ...reportTypeFile(
    'Owed_Asks',
    'Ask__c',
    ['Owed__r'],
    [
      ['Ask__c', 'Name Worth__c'],
      ['Ask__c.Owed__r', 'Name Days__c'],
    ],
  ),
  ...reportTypeFile('Deals', 'Opportunity', [], [['Opportunity', 'Name Amount StageName CloseDate Account Owner']]),
  'reports/Asking.reportFolder-meta.xml': component(
    'ReportFolder',
    '<accessType>Public</accessType><name>Asking</name>',
  ),
  'dashboards/Asking.dashboardFolder-meta.xml': component(
    'DashboardFolder',
    '<accessType>Public</accessType><name>Asking</name>',
  ),
};

/** A component of a dashboard about a report of the folder `Asking`. */
export function gridComponent(type: string, report: string, elements: string): string {
  return `<dashboardComponent><componentType>${type}</componentType><report>Asking/${report}</report>${elements}</dashboardComponent>`;
}

/** A dashboard in the folder `Asking`, its components below each other. */
export function dashboardFile(name: string, components: string[], elements: string): SourceFiles {
  const placed = components.map(
    (written, index) =>
      `<dashboardGridComponents><colSpan>12</colSpan><columnIndex>0</columnIndex>${written}<rowIndex>${index * 6}</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents>`,
  );
  const grid = `<dashboardGridLayout>${placed.join('')}<numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>`;
  const look =
    '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor><textColor>#000000</textColor><titleColor>#000000</titleColor><titleSize>12</titleSize>';
  const all = `${look}${grid}${elements}<isGridLayout>true</isGridLayout><title>${name}</title>`;
  return { [`dashboards/Asking/${name}.dashboard-meta.xml`]: component('Dashboard', all) };
}
