import { expect, test } from '@jest/globals';
import { messagesAfter } from './seeded-project.ts';

const REQUEST = 'objects/Implementation_Request__c';
const RULE = `${REQUEST}/validationRules/Answer_Before_Triage_Goes_On.validationRule-meta.xml`;
const CUSTOMER_ENGINEER = 'permissionsets/Groundwork_Customer_Engineer.permissionset-meta.xml';
const INTEGRATION = 'permissionsets/Groundwork_Integration.permissionset-meta.xml';
const PAGE = 'flexipages/Groundwork_Opportunity.flexipage-meta.xml';
const APPLICATION = 'applications/Groundwork.app-meta.xml';
const PANEL = 'lwc/implementationRequestPanel/implementationRequestPanel';
const PANEL_LABELS = 'lwc/implementationRequestPanel/labels.js';

const FIELD_PERMISSION = '<field>Implementation_Request__c.Strategy__c</field>';

test.each([
  [
    'a lookup to no object',
    `${REQUEST}/fields/Opportunity__c.field-meta.xml`,
    '<referenceTo>Opportunity<',
    '<referenceTo>Oportunity<',
    'Opportunity__c refers to "Oportunity", which is no object',
  ],
  [
    'a required lookup that deletion would blank',
    `${REQUEST}/fields/Account__c.field-meta.xml`,
    'Restrict',
    'SetNull',
    'Account__c is required and cannot be blanked: deleteConstraint SetNull is refused',
  ],
  [
    'a relationship name that is taken',
    'objects/Account/fields/Technical_Advisor__c.field-meta.xml',
    'Technical_Advisor_Accounts',
    'Customer_Engineer_Opportunities',
    'relationship name User.Customer_Engineer_Opportunities is already taken by Account.Technical_Advisor__c',
  ],
  [
    'a field without help',
    `${REQUEST}/fields/Priority__c.field-meta.xml`,
    /<inlineHelpText>.*<\/inlineHelpText>/,
    '',
    'field Priority__c has no inlineHelpText',
  ],
  [
    'a field that no permission set grants',
    `${REQUEST}/fields/Request_Type__c.field-meta.xml`,
    '<required>true<',
    '<required>false<',
    'no permission set grants Implementation_Request__c.Request_Type__c',
  ],
  [
    'a detail that is shared by itself',
    'objects/Request_Link__c/Request_Link__c.object-meta.xml',
    'ControlledByParent',
    'ReadWrite',
    'Cannot set sharingModel to ReadWrite on a CustomObject with a MasterDetail relationship field',
  ],
  [
    'a formula about an unknown field',
    RULE,
    'ISCHANGED(Status__c)',
    'ISCHANGED(State__c)',
    'Field State__c does not exist. Check spelling.',
  ],
  [
    'a formula about an unknown field of a parent',
    `${REQUEST}/validationRules/Opportunity_Of_The_Same_Account.validationRule-meta.xml`,
    'Opportunity__r.AccountId',
    'Opportunity__r.CustomerId',
    'Field Opportunity__r.CustomerId does not exist. Check spelling.',
  ],
  [
    'a formula about an unknown picklist value',
    RULE,
    'PRIORVALUE(Status__c), "Needs_Info"',
    'PRIORVALUE(Status__c), "Needs Info"',
    'formula compares Status__c with "Needs Info", which is none of its values',
  ],
  [
    'a permission for an unknown field',
    CUSTOMER_ENGINEER,
    FIELD_PERMISSION,
    '<field>Implementation_Request__c.Strategie__c</field>',
    'In field: field - no CustomField named Implementation_Request__c.Strategie__c found',
  ],
  [
    'a permission for a required field',
    CUSTOMER_ENGINEER,
    FIELD_PERMISSION,
    '<field>Implementation_Request__c.Account__c</field>',
    'You cannot deploy to a required field: Implementation_Request__c.Account__c',
  ],
  [
    'a permission for a required field of Salesforce',
    INTEGRATION,
    'Opportunity.Annual_Recurring_Revenue__c',
    'Opportunity.StageName',
    'You cannot deploy to a required field: Opportunity.StageName',
  ],
  [
    'a permission that lacks another',
    INTEGRATION,
    '<modifyAllRecords>false</modifyAllRecords>',
    '<modifyAllRecords>true</modifyAllRecords>',
    'Account: modifyAllRecords needs allowDelete',
  ],
  [
    'a permission for an unknown tab',
    CUSTOMER_ENGINEER,
    /(<tab>)\w+/,
    '$1Requests__c',
    'tab Requests__c does not exist',
  ],
  [
    'an application with an unknown page',
    APPLICATION,
    '<content>Groundwork_Opportunity<',
    '<content>Groundwork_Deal<',
    'page Groundwork_Deal does not exist',
  ],
  [
    'an application with a page of another object',
    APPLICATION,
    '<content>Groundwork_Opportunity<',
    '<content>Groundwork_Implementation_Request<',
    'page Groundwork_Implementation_Request shows Implementation_Request__c, not Opportunity',
  ],
  [
    'an application whose home is no home page',
    APPLICATION,
    '<content>Groundwork_Home<',
    '<content>Groundwork_Backlog<',
    'page Groundwork_Backlog is no HomePage but AppPage',
  ],
  [
    'an application with an unknown tab',
    APPLICATION,
    '<tabs>standard-Account',
    '<tabs>standard-Acount',
    'tab standard-Acount does not exist',
  ],
  [
    'a page with an unknown field',
    PAGE,
    'Record.NextStep',
    'Record.NextStop',
    'field Record.NextStop does not exist on Opportunity',
  ],
  [
    'a page with an unknown region',
    PAGE,
    '<name>sidebar<',
    '<name>aside<',
    'flexipage:recordHomeTemplateDesktop has no region aside',
  ],
  [
    'a page with an unknown facet',
    PAGE,
    '<value>Facet-deal-columns<',
    '<value>Facet-deal<',
    'facet Facet-deal does not exist',
  ],
  [
    'a page with a facet that is not used',
    PAGE,
    '<value>Facet-deal-columns<',
    '<value>Facet-revenue-columns<',
    'facet Facet-deal-columns is used by nothing',
  ],
  [
    'a page with one identifier twice',
    PAGE,
    'RecordTypeField',
    'RecordNameField',
    'identifier RecordNameField stands twice',
  ],
  [
    'a page with an unknown component',
    PAGE,
    '<componentName>implementationRequestPanel',
    '<componentName>requestPanel',
    'component requestPanel does not exist',
  ],
  [
    'a page with a component that is not exposed',
    `${PANEL}.js-meta.xml`,
    '<isExposed>true',
    '<isExposed>false',
    'component implementationRequestPanel is not exposed',
  ],
  [
    'a page with a component for other pages',
    `${PANEL}.js-meta.xml`,
    '<object>Opportunity',
    '<object>Account',
    'component implementationRequestPanel is not for pages of Opportunity',
  ],
  [
    'an import of an unknown field',
    `${PANEL}.js`,
    'schema/Opportunity.IsWon',
    'schema/Opportunity.IsOne',
    'Opportunity.IsOne does not exist',
  ],
  [
    'an import of an unknown label',
    PANEL_LABELS,
    'c.Groundwork_Loading',
    'c.Groundwork_Waiting',
    'label Groundwork_Waiting does not exist',
  ],
  [
    'a label that is not used',
    PANEL_LABELS,
    'c.Groundwork_Assess_Invitation',
    'c.Groundwork_No_Request',
    'label Groundwork_Assess_Invitation is used by nothing',
  ],
  ['an import of an unknown component', `${PANEL}.js`, 'c/ldsUtils', 'c/ldsTools', 'component ldsTools does not exist'],
  [
    'an import of an unknown file',
    `${PANEL}.js`,
    './requestSummary',
    './summary',
    'file summary.js does not exist beside it',
  ],
  [
    'a nested component that is unknown',
    `${PANEL}.html`,
    '<c-strategy-recommendation',
    '<c-strategic-recommendation',
    'component c-strategic-recommendation does not exist',
  ],
  [
    'a list view with an unknown column',
    `${REQUEST}/listViews/All.listView-meta.xml`,
    '<columns>Strategy__c',
    '<columns>Plan__c',
    'field Implementation_Request__c.Plan__c does not exist',
  ],
  [
    'a list view with an unknown value',
    `${REQUEST}/listViews/Backlog.listView-meta.xml`,
    'Needs_Info',
    'Info_Needed',
    '"Info_Needed" is no value of Status__c',
  ],
  [
    'a layout with an unknown field',
    'layouts/Request_Link__c-Request Link Layout.layout-meta.xml',
    '<field>Url__c',
    '<field>Link__c',
    'field Request_Link__c.Link__c does not exist',
  ],
  [
    'a message that a formatter has broken',
    RULE,
    /<errorMessage>(.*)<\/errorMessage>/,
    '<errorMessage>\n        $1\n    </errorMessage>',
    '<errorMessage> has blanks around it or a line break in it; shorten it',
  ],
])('tells %s', async (_, file, from, to, message) => {
  expect(await messagesAfter({ file, from, to })).toContain(message);
});
