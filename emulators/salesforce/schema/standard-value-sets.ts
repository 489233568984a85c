import type { SObjectType } from '../entities.ts';
import { DeployError } from './errors.ts';
import type { MetadataFile } from './metadata-file.ts';
import { readStandardValueSet, toPicklistValue } from './value-sets.ts';

/** The fields that share the values: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/standardvalueset_names.htm */
const FIELDS: Record<string, string[]> = {
  AccountOwnership: ['Account.Ownership'],
  AccountRating: ['Account.Rating', 'Lead.Rating'],
  AccountType: ['Account.Type'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseType: ['Case.Type'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  LeadSource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  OpportunityType: ['Opportunity.Type'],
  Salutation: ['Contact.Salutation', 'Lead.Salutation'],
};

/** Gives the standard fields the deployed values. Sets whose values mean more than their names are refused. */
export function addStandardValueSet(file: MetadataFile, objects: Map<string, SObjectType>): void {
  const paths = FIELDS[file.name];
  if (paths === undefined) throw new DeployError(file.path, `${file.name} is not supported yet`);
  const values = readStandardValueSet(file);
  for (const path of paths) {
    const [objectName = '', fieldName = ''] = path.split('.');
    const picklist = objects.get(objectName)?.fields.get(fieldName)?.picklist;
    if (picklist !== undefined) picklist.values = values.map(toPicklistValue);
  }
}
