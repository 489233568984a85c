import { defineStandardObject } from './define.ts';
import { address, checkbox, dateTime, decimal, email, integer, phone, picklist, text, textArea } from './fields.ts';
import { visible } from './setup.ts';
import { auditFields, idField } from './system-fields.ts';

const ACCESS_LEVELS = ['None', 'Read', 'Edit', 'ReadEditTransfer', 'ControlledByParent'];

/** The one row that says what the org is. */
export const Organization = defineStandardObject(
  { name: 'Organization', label: 'Organization', labelPlural: 'Organizations', keyPrefix: '00D' },
  visible([
    idField('Organization ID'),
    text('Name', 'Name', 80, 'required'),
    text('Division', 'Division', 80),
    textArea('Street', 'Street', 255),
    text('City', 'City', 40),
    text('State', 'State/Province', 80),
    text('PostalCode', 'Zip/Postal Code', 20),
    text('Country', 'Country', 80),
    decimal('Latitude', 'Latitude', 18, 15),
    decimal('Longitude', 'Longitude', 18, 15),
    picklist('GeocodeAccuracy', 'Geocode Accuracy', 40, [], {}, 'system'),
    address('Address', 'Address'),
    phone('Phone', 'Phone'),
    phone('Fax', 'Fax'),
    text('PrimaryContact', 'Primary Contact', 80),
    picklist('DefaultLocaleSidKey', 'Locale', 40, [], {}, 'required'),
    picklist('TimeZoneSidKey', 'Time Zone', 40, [], {}, 'required'),
    picklist('LanguageLocaleKey', 'Language', 40, [], {}, 'required'),
    checkbox('ReceivesInfoEmails', 'Info Emails', 'updateOnly'),
    checkbox('ReceivesAdminInfoEmails', 'Info Emails Admin', 'updateOnly'),
    checkbox('PreferencesRequireOpportunityProducts', 'RequireOpportunityProducts', 'system'),
    checkbox('PreferencesTransactionSecurityPolicy', 'TransactionSecurityPolicy', 'system'),
    checkbox('PreferencesTerminateOldestSession', 'TerminateOldestSession', 'system'),
    checkbox('PreferencesConsentManagementEnabled', 'ConsentManagementEnabled', 'system'),
    checkbox('PreferencesAutoSelectIndividualOnMerge', 'AutoSelectIndividualOnMerge', 'system'),
    checkbox('PreferencesLightningLoginEnabled', 'LightningLoginEnabled', 'system'),
    checkbox('PreferencesOnlyLLPermUserAllowed', 'OnlyLLPermUserAllowed', 'system'),
    integer('FiscalYearStartMonth', 'Fiscal Year Starts In', 'updateOnly'),
    checkbox('UsesStartDateAsFiscalYearName', 'Fiscal Year Name by Start', 'updateOnly'),
    ...['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Calendar', 'Pricebook', 'Campaign'].map((object) =>
      picklist(`Default${object}Access`, `Default ${object} Access`, 40, ACCESS_LEVELS, {}, 'system'),
    ),
    text('DelegatedAuthenticationServiceUrl', 'Delegated Authentication Service URL', 255, 'system'),
    email('ComplianceBccEmail', 'Compliance BCC Email', 'updateOnly'),
    picklist('UiSkin', 'UI Skin', 40, ['Theme3'], {}, 'updateOnly'),
    text('SignupCountryIsoCode', 'Signup Country', 2, 'system'),
    dateTime('TrialExpirationDate', 'Trial Expiration Date', 'system'),
    integer('NumKnowledgeService', 'Knowledge Licenses', 'system'),
    picklist('OrganizationType', 'Edition', 40, ['Enterprise Edition'], {}, 'system'),
    text('NamespacePrefix', 'Namespace Prefix', 15, 'system'),
    text('InstanceName', 'Instance Name', 5, 'system'),
    checkbox('IsSandbox', 'Is Sandbox', 'system'),
    picklist('WebToCaseDefaultOrigin', 'Web to Cases Default Origin', 40, [], {}, 'updateOnly'),
    integer('MonthlyPageViewsUsed', 'Monthly Page Views Used', 'system'),
    integer('MonthlyPageViewsEntitlement', 'Monthly Page Views Allowed', 'system'),
    checkbox('IsReadOnly', 'Is Read Only', 'system'),
    ...auditFields(),
  ]),
);
