import type { Field, Schema, SObjectType } from '../../entities.ts';
import type { ReportColumn } from './report-type.ts';

/**
 * Finds a field as report types call it: `Status__c`, `Account__c` for the record looked up, `Owner` for a lookup that
 * Salesforce brings along, and `Opportunity__c.Owner.Name` for fields behind lookups.
 */
export function resolveField(
  schema: Schema,
  start: SObjectType,
  written: string,
): Pick<ReportColumn, 'hops' | 'holder' | 'field' | 'label'> | undefined {
  const names = written.split('.');
  const last = names.pop() ?? '';
  const hops: string[] = [];
  const labels: string[] = [];
  let holder = start;
  for (const name of names) {
    const lookup = findLookup(holder, name);
    const [target = ''] = lookup?.reference?.to ?? [];
    const next = schema.findObject(target);
    if (lookup?.reference?.relationshipName == null || next === undefined) return undefined;
    hops.push(lookup.reference.relationshipName);
    labels.push(labelOf(holder, lookup));
    holder = next;
  }
  const field = findLookup(holder, last) ?? ordinaryField(holder, last);
  if (field === undefined) return undefined;
  return { hops, holder, field, label: [...labels, labelOf(holder, field)].join(': ') };
}

/** A custom lookup is called by its own name; one of Salesforce's by the way up. */
function findLookup(object: SObjectType, name: string): Field | undefined {
  const field = object.fields.get(name);
  if (field?.reference !== undefined && field.custom) return field;
  return [...object.fields.values()].find(({ custom, reference }) => !custom && reference?.relationshipName === name);
}

function ordinaryField({ fields }: SObjectType, name: string): Field | undefined {
  const field = fields.get(name);
  return field?.reference === undefined ? field : undefined;
}

/** Fields that every custom object has are told apart by its name, and lookups lose the word for their id. */
function labelOf(object: SObjectType, field: Field): string {
  const label =
    field.reference === undefined || field.custom
      ? field.label
      : field.name === 'OwnerId'
        ? 'Owner Name'
        : field.label.replace(/ ID$/, '');
  return object.custom && !field.custom ? `${object.label}: ${label}` : label;
}
