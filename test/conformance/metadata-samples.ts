import { ACCESS_SAMPLES, ANALYTICS_SAMPLES } from './metadata-samples-org.ts';
import { folder, part, whole, type Sample } from './metadata-sample.ts';
import { document } from './salesforce-packages.ts';

/** A sample of every type that can be deployed by itself to an org of projects, with what it needs before it. */
export const SAMPLES: Sample[] = [
  whole(
    'CustomApplication',
    'Work',
    'applications/Work.app',
    '<formFactors>Large</formFactors><label>Work</label><navType>Standard</navType><tabs>standard-Account</tabs><uiType>Lightning</uiType>',
  ),
  whole(
    'CustomMetadata',
    'Tier.Gold',
    'customMetadata/Tier.Gold.md',
    '<label>Gold</label><protected>false</protected>',
  ),
  whole(
    'CustomNotificationType',
    'News',
    'notificationtypes/News.notiftype',
    '<customNotifTypeName>News</customNotifTypeName><desktop>true</desktop><masterLabel>News</masterLabel><mobile>true</mobile>',
  ),
  whole(
    'CustomObject',
    'Tier__mdt',
    'objects/Tier__mdt.object',
    '<label>Tier</label><pluralLabel>Tiers</pluralLabel><visibility>Public</visibility>',
  ),
  whole(
    'CustomPermission',
    'Decide',
    'customPermissions/Decide.customPermission',
    '<isLicensed>false</isLicensed><label>Decide</label>',
  ),
  whole(
    'CustomTab',
    'Project__c',
    'tabs/Project__c.tab',
    '<customObject>true</customObject><motif>Custom53: Bell</motif>',
  ),
  folder('EmailTemplate', 'email/Team-meta.xml'),
  {
    type: 'EmailTemplate',
    fullName: 'Team/Hello',
    files: {
      'email/Team/Hello.email': 'Hello {!Project__c.Name}\n',
      'email/Team/Hello.email-meta.xml': document(
        'EmailTemplate',
        '<available>true</available><encodingKey>UTF-8</encodingKey><name>Hello</name><style>none</style><subject>Hello</subject><type>text</type><uiType>Aloha</uiType>',
      ),
    },
  },
  whole(
    'FlexiPage',
    'Project_Page',
    'flexipages/Project_Page.flexipage',
    '<flexiPageRegions><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Project</masterLabel><sobjectType>Project__c</sobjectType><template><name>flexipage:recordHomeSingleColTemplateDesktop</name></template><type>RecordPage</type>',
  ),
  whole(
    'Flow',
    'Idle',
    'flows/Idle.flow',
    '<label>Idle</label><processType>AutoLaunchedFlow</processType><start><locationX>0</locationX><locationY>0</locationY></start><status>Draft</status>',
  ),
  whole(
    'GlobalValueSet',
    'Sizes',
    'globalValueSets/Sizes.globalValueSet',
    '<customValue><fullName>S</fullName><default>false</default><label>S</label></customValue><masterLabel>Sizes</masterLabel><sorted>false</sorted>',
  ),
  whole(
    'Layout',
    'Project__c-Plan',
    'layouts/Project__c-Plan.layout',
    '<layoutSections><customLabel>false</customLabel><detailHeading>true</detailHeading><editHeading>true</editHeading><label>Plan</label><layoutColumns><layoutItems><behavior>Edit</behavior><field>Start__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
  ),
  {
    type: 'LightningComponentBundle',
    fullName: 'hello',
    files: {
      'lwc/hello/hello.html': '<template>Hello</template>\n',
      'lwc/hello/hello.js':
        "import { LightningElement } from 'lwc';\nexport default class Hello extends LightningElement {}\n",
      'lwc/hello/hello.js-meta.xml': document(
        'LightningComponentBundle',
        '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets>',
      ),
    },
  },
  whole(
    'LightningMessageChannel',
    'Picked',
    'messageChannels/Picked.messageChannel',
    '<isExposed>false</isExposed><lightningMessageFields><fieldName>recordId</fieldName></lightningMessageFields><masterLabel>Picked</masterLabel>',
  ),
  whole(
    'PathAssistant',
    'Project_Path',
    'pathAssistants/Project_Path.pathAssistant',
    '<active>true</active><entityName>Project__c</entityName><fieldName>Stage__c</fieldName><masterLabel>Project Path</masterLabel><pathAssistantSteps><fieldNames>Budget__c</fieldNames><info>Plan it.</info><picklistValueName>Planned</picklistValueName></pathAssistantSteps><recordTypeName>__MASTER__</recordTypeName>',
  ),
  whole(
    'PermissionSet',
    'Deciders',
    'permissionsets/Deciders.permissionset',
    '<customPermissions><enabled>true</enabled><name>Decide</name></customPermissions><label>Deciders</label>',
  ),
  whole(
    'QuickAction',
    'Project__c.Say_Hello',
    'quickActions/Project__c.Say_Hello.quickAction',
    '<actionSubtype>ScreenAction</actionSubtype><label>Say hello</label><lightningWebComponent>hello</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
  ),
  whole(
    'StandardValueSet',
    'LeadSource',
    'standardValueSets/LeadSource.standardValueSet',
    '<sorted>false</sorted><standardValue><fullName>Fair</fullName><default>false</default><label>Fair</label></standardValue>',
  ),
  {
    type: 'StaticResource',
    fullName: 'Sizes',
    files: {
      'staticresources/Sizes.resource': '{"small":1}\n',
      'staticresources/Sizes.resource-meta.xml': document(
        'StaticResource',
        '<cacheControl>Private</cacheControl><contentType>application/json</contentType>',
      ),
    },
  },
  whole(
    'Workflow',
    'Project__c',
    'workflows/Project__c.workflow',
    '<alerts><fullName>Tell</fullName><description>Tell the owner</description><protected>false</protected><recipients><type>owner</type></recipients><senderType>CurrentUser</senderType><template>Team/Hello</template></alerts>',
  ),
  part(
    'CompactLayout',
    'Short',
    'compactLayouts',
    '<fields>Name</fields><fields>Stage__c</fields><label>Short</label>',
  ),
  part('CustomField', 'Risk__c', 'fields', '<label>Risk</label><length>40</length><type>Text</type>'),
  part(
    'FieldSet',
    'Plan',
    'fieldSets',
    '<description>Plan</description><displayedFields><field>Start__c</field></displayedFields><label>Plan</label>',
  ),
  part(
    'ListView',
    'Late',
    'listViews',
    '<columns>NAME</columns><filterScope>Everything</filterScope><label>Late</label>',
  ),
  part('RecordType', 'Big', 'recordTypes', '<active>true</active><label>Big</label>'),
  part(
    'ValidationRule',
    'Dated',
    'validationRules',
    '<active>false</active><errorConditionFormula>ISBLANK(Start__c)</errorConditionFormula><errorMessage>When?</errorMessage>',
  ),
  part(
    'WebLink',
    'Map',
    'webLinks',
    '<availability>online</availability><displayType>link</displayType><linkType>url</linkType><masterLabel>Map</masterLabel><openType>newWindow</openType><protected>false</protected><url>https://example.com</url>',
  ),
  {
    type: 'CustomLabel',
    fullName: 'Greeting',
    files: {
      'labels/CustomLabels.labels': document(
        'CustomLabels',
        '<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels>',
      ),
    },
  },
  ...ACCESS_SAMPLES,
  ...ANALYTICS_SAMPLES,
];
