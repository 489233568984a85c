import { expect, test } from '@jest/globals';
import { checkSources, toSource } from '../../../../../emulators/salesforce/metadata-check/index.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function file(path: string, type: string, elements: string): [string, string] {
  return [path, `<${type} ${NAMESPACE}>${elements}</${type}>`];
}

function field(object: string, name: string, elements: string): [string, string] {
  const path = `objects/${object}/fields/${name}.field-meta.xml`;
  return file(path, 'CustomField', `<fullName>${name}</fullName><label>${name}</label>${elements}`);
}

const PROJECT = new Map([
  file(
    'objects/Room__c/Room__c.object-meta.xml',
    'CustomObject',
    '<enableHistory>true</enableHistory><label>Room</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Rooms</pluralLabel><sharingModel>ReadWrite</sharingModel>',
  ),
  field(
    'Room__c',
    'Seats__c',
    '<precision>4</precision><scale>0</scale><trackHistory>true</trackHistory><type>Number</type>',
  ),
  field(
    'Room__c',
    'State__c',
    '<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>Open</fullName><default>false</default><label>Open</label></value></valueSetDefinition></valueSet>',
  ),
  field(
    'Room__c',
    'Account__c',
    '<referenceTo>Account</referenceTo><relationshipName>Rooms</relationshipName><type>Lookup</type>',
  ),
  file(
    'layouts/Room__c-Room Layout.layout-meta.xml',
    'Layout',
    '<layoutSections><label>All</label><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections><platformActionList><actionListContext>Record</actionListContext><platformActionListItems><actionName>Room__c.Book</actionName><actionType>QuickAction</actionType><sortOrder>0</sortOrder></platformActionListItems></platformActionList>',
  ),
  file(
    'quickActions/Room__c.Book.quickAction-meta.xml',
    'QuickAction',
    '<label>Book</label><optionsCreateFeedItem>false</optionsCreateFeedItem><quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle><quickActionLayoutColumns><quickActionLayoutItems><emptySpace>false</emptySpace><field>Seats__c</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns></quickActionLayout><targetObject>Room__c</targetObject><type>Create</type>',
  ),
  file(
    'pathAssistants/Room.pathAssistant-meta.xml',
    'PathAssistant',
    '<active>true</active><entityName>Room__c</entityName><fieldName>State__c</fieldName><masterLabel>Room</masterLabel><pathAssistantSteps><fieldNames>Seats__c</fieldNames><picklistValueName>Open</picklistValueName></pathAssistantSteps><recordTypeName>__MASTER__</recordTypeName>',
  ),
  file(
    'customPermissions/Book_Rooms.customPermission-meta.xml',
    'CustomPermission',
    '<isLicensed>false</isLicensed><label>Book rooms</label>',
  ),
  file(
    'flexipages/Room.flexipage-meta.xml',
    'FlexiPage',
    '<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>size</name><value>3</value></componentInstanceProperties><componentName>roomCard</componentName><identifier>card</identifier><visibilityRule><criteria><leftValue>{!Record.Seats__c}</leftValue><operator>GT</operator><rightValue>1</rightValue></criteria><criteria><leftValue>{!$Permission.CustomPermission.Book_Rooms}</leftValue><operator>EQUAL</operator><rightValue>true</rightValue></criteria></visibilityRule></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Room</masterLabel><sobjectType>Room__c</sobjectType><template><name>flexipage:recordHomeSingleColTemplateDesktop</name></template><type>RecordPage</type>',
  ),
  file(
    'flexipages/Account.flexipage-meta.xml',
    'FlexiPage',
    '<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>relatedListApiName</name><value>Rooms__r</value></componentInstanceProperties><componentName>force:relatedListSingleContainer</componentName><identifier>rooms</identifier></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Account</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeSingleColTemplateDesktop</name></template><type>RecordPage</type>',
  ),
  file(
    'lwc/roomCard/roomCard.js-meta.xml',
    'LightningComponentBundle',
    '<apiVersion>66.0</apiVersion><description>A room.</description><isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="size" type="Integer"/></targetConfig></targetConfigs><targets><target>lightning__RecordPage</target></targets>',
  ),
  ['lwc/roomCard/roomCard.js', "import mayBook from '@salesforce/customPermission/Book_Rooms';\n"],
  file(
    'workflows/Room__c.workflow-meta.xml',
    'Workflow',
    '<alerts><fullName>Tell</fullName><description>Tell</description><protected>false</protected><recipients><field>Account__c</field><type>userLookup</type></recipients><senderType>CurrentUser</senderType><template>Team/Booked</template></alerts>',
  ),
  file(
    'email/Team/Booked.email-meta.xml',
    'EmailTemplate',
    '<available>true</available><encodingKey>UTF-8</encodingKey><name>Booked</name><style>none</style><subject>Booked</subject><type>text</type>',
  ),
]);

/** What the platform would refuse of the project with one text in the place of another. */
async function messagesWith(from?: string, to = ''): Promise<string[]> {
  const sources = [...PROJECT].map(([path, text]) =>
    toSource(path, from === undefined ? text : text.replace(from, to)),
  );
  const findings = await checkSources(sources);
  return findings.filter(({ isHouseRule }) => isHouseRule !== true).map(({ message }) => message);
}

test('nothing is wrong with the project', async () => {
  expect(await messagesWith()).toEqual([]);
});

test.each([
  ['enableHistory>true', 'enableHistory>false', 'Seats__c tracks its history, and Room__c does not enable it'],
  ['<field>Name</field>', '<field>Title</field>', 'field Room__c.Title does not exist'],
  ['Name>Room__c.Book', 'Name>Room__c.Cancel', 'In field: QuickAction - no QuickAction named Room__c.Cancel found'],
  [
    '<field>Seats__c</field><ui',
    '<field>Chairs__c</field><ui',
    'In field: field - no CustomField named Room__c.Chairs__c found',
  ],
  ['<targetObject>Room__c', '<targetObject>Hall__c', 'In field: field - no CustomObject named Hall__c found'],
  ['picklistValueName>Open', 'picklistValueName>Shut', 'Picklist value: Shut in picklist: State__c not found'],
  ['<fieldName>State__c', '<fieldName>Status__c', 'In field: field - no CustomField named Room__c.Status__c found'],
  ['{!Record.Seats__c}', '{!Record.Chairs__c}', 'field Record.Chairs__c does not exist on Room__c'],
  [
    '{!$Permission.CustomPermission.Book_Rooms}',
    '{!$Permission.CustomPermission.Book}',
    'custom permission Book does not exist',
  ],
  ['<name>size</name>', '<name>width</name>', 'component roomCard has no property width'],
  [
    '<target>lightning__RecordPage',
    '<target>lightning__HomePage',
    'component roomCard has no target lightning__RecordPage',
  ],
  ['Rooms__r', 'Halls__r', 'Account has no related list Halls__r'],
  ['customPermission/Book_Rooms', 'customPermission/Book', 'custom permission Book does not exist'],
  ['customPermission/Book_Rooms', 'messageChannel/Booked__c', 'message channel Booked__c does not exist'],
  ['customPermission/Book_Rooms', 'resourceUrl/plan', 'static resource plan does not exist'],
  ['customPermission/Book_Rooms', 'apex/Rooms.book', 'Apex method Rooms.book does not exist: this org has no Apex'],
  ['Team/Booked', 'Team/Gone', 'In field: template - no EmailTemplate named Team/Gone found'],
  [
    '<field>Account__c</field><type>',
    '<field>Owner__c</field><type>',
    'In field: field - no CustomField named Room__c.Owner__c found',
  ],
])('%s → %s is refused', async (from, to, message) => {
  expect(await messagesWith(from, to)).toContain(message);
});
