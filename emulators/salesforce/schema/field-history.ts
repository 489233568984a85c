import type { Field, SObjectType } from '../entities.ts';
import { DeployError } from './errors.ts';
import { createField, idField, isDeletedField } from './standard/index.ts';

/** What the platform allows for one object. */
const MOST_TRACKED = 20;

/** Histories share one prefix, as those of standard objects do. */
const KEY_PREFIX = '017';

/** Standard objects whose history is not called after them, or whose way down is not called Histories. */
const NAMES: Record<string, { name: string; down: string }> = {
  Opportunity: { name: 'OpportunityFieldHistory', down: 'FieldHistories' },
};

/**
 * Adds an object for the field history of each object that keeps one. Custom objects have to say so, standard objects do
 * by tracking a field. Throws DeployError.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_history.htm
 */
export function addHistories(objects: Map<string, SObjectType>, enabled: ReadonlySet<string>): void {
  for (const object of [...objects.values()]) {
    const tracked = [...object.fields.values()].filter((field) => field.tracked === true);
    if (tracked.length > MOST_TRACKED) {
      throw new DeployError(
        object.name,
        `history is tracked for ${tracked.length} fields; the most is ${MOST_TRACKED}`,
      );
    }
    const [first] = tracked;
    if (object.custom && first !== undefined && !enabled.has(object.name)) {
      throw new DeployError(`${object.name}.${first.name}`, `trackHistory needs enableHistory of ${object.name}`);
    }
    if (first === undefined && !(object.custom && enabled.has(object.name))) continue;
    const history = createHistory(object);
    object.history = history;
    objects.set(history.name, history);
  }
}

function createHistory(parent: SObjectType): SObjectType {
  const names = NAMES[parent.name];
  const fields = [
    idField('History ID'),
    isDeletedField(),
    parentField(parent, names?.down ?? 'Histories'),
    ...ownFields(),
  ];
  return {
    name: names?.name ?? (parent.custom ? parent.name.replace(/__c$/, '__History') : `${parent.name}History`),
    label: `${parent.label} History`,
    labelPlural: `${parent.label} History`,
    keyPrefix: KEY_PREFIX,
    custom: parent.custom,
    fields: new Map(fields.map((field) => [field.name, field])),
    validationRules: [],
    recordTypes: [],
    sharingModel: 'ControlledByParent',
    kind: 'history',
    historyOf: parent,
  };
}

/** `ParentId` of a custom object, `AccountId` of a standard one. */
function parentField(parent: SObjectType, down: string): Field {
  return readOnly({
    name: parent.custom ? 'ParentId' : `${parent.name}Id`,
    label: parent.custom ? 'Parent ID' : `${parent.label} ID`,
    type: 'reference',
    length: 18,
    reference: {
      to: [parent.name],
      relationshipName: parent.custom ? 'Parent' : parent.name,
      childRelationshipName: down,
      kind: 'masterDetail',
      onDelete: 'Cascade',
    },
  });
}

function ownFields(): Field[] {
  return [
    readOnly({
      name: 'CreatedById',
      label: 'Created By ID',
      type: 'reference',
      length: 18,
      reference: {
        to: ['User'],
        relationshipName: 'CreatedBy',
        childRelationshipName: null,
        kind: 'lookup',
        onDelete: 'SetNull',
      },
    }),
    readOnly({ name: 'CreatedDate', label: 'Created Date', type: 'datetime' }),
    readOnly({ name: 'Field', label: 'Changed Field', type: 'picklist', length: 255 }),
    readOnly({ name: 'DataType', label: 'Datatype', type: 'picklist', length: 40 }),
    readOnly({ name: 'OldValue', label: 'Old Value', type: 'anyType', nillable: true }),
    readOnly({ name: 'NewValue', label: 'New Value', type: 'anyType', nillable: true }),
  ];
}

function readOnly(facts: Parameters<typeof createField>[0]): Field {
  return createField({ nillable: false, createable: false, updateable: false, alwaysVisible: true, ...facts });
}
