import type { Field, Schema, SObjectType } from '../entities.ts';
import { lazily } from '../lazily.ts';

/** What is deployed, without what is worked out from it: plain data. */
export type SchemaContents = Omit<Schema, 'findObject' | 'findField' | 'childRelationships' | 'objectOfId'>;

/** The schema over these objects, which are complete, with nothing else deployed yet. */
export function createSchema(objects: SObjectType[]): Schema {
  return schemaOver({
    objects: new Map(objects.map((object) => [object.name, object])),
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    mutingPermissionSets: new Map(),
    groups: new Map(),
    sharingRules: [],
    metadataRecords: [],
    labels: new Map(),
    customPermissions: new Set(),
  });
}

/** The schema of these contents: what is asked of its objects is indexed once. */
export function schemaOver(contents: SchemaContents): Schema {
  const { objects: byName } = contents;
  const objects = [...byName.values()];
  const byLowerName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  const fieldsByLowerName = new Map(objects.map((object) => [object, lazily(() => lowerNames(object))]));
  const children = new Map<string, { object: SObjectType; field: Field }[]>();
  for (const object of objects) {
    for (const field of object.fields.values()) {
      for (const parent of field.reference?.to ?? []) {
        const known = children.get(parent);
        if (known === undefined) children.set(parent, [{ object, field }]);
        else known.push({ object, field });
      }
    }
  }
  return {
    ...contents,
    findObject: (name) => byName.get(name) ?? byLowerName.get(name.toLowerCase()),
    findField: (object, name) => object.fields.get(name) ?? fieldsByLowerName.get(object)?.().get(name.toLowerCase()),
    childRelationships: (object) => children.get(object.name) ?? [],
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
  };
}

export function contentsOf(schema: Schema): SchemaContents {
  const { objects, permissionSets, permissionSetGroups, mutingPermissionSets, groups } = schema;
  const { sharingRules, metadataRecords, labels, customPermissions } = schema;
  return {
    ...{ objects, permissionSets, permissionSetGroups, mutingPermissionSets, groups },
    ...{ sharingRules, metadataRecords, labels, customPermissions },
  };
}

function lowerNames(object: SObjectType): Map<string, Field> {
  return new Map([...object.fields.values()].map((field) => [field.name.toLowerCase(), field]));
}
