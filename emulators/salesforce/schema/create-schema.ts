import type { Field, Schema, SObjectType } from '../entities.ts';

/** The schema over these objects, which are complete: what is asked of it is indexed once. */
export function createSchema(objects: SObjectType[]): Schema {
  const byName = new Map(objects.map((object) => [object.name, object]));
  const byLowerName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  const fieldsByLowerName = new Map(objects.map((object) => [object, lowerNames(object)]));
  const children = new Map<string, { object: SObjectType; field: Field }[]>();
  for (const object of objects) {
    for (const field of object.fields.values()) {
      for (const parent of field.reference?.to ?? []) {
        children.set(parent, [...(children.get(parent) ?? []), { object, field }]);
      }
    }
  }
  return {
    objects: byName,
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    mutingPermissionSets: new Map(),
    groups: new Map(),
    sharingRules: [],
    metadataRecords: [],
    labels: new Map(),
    customPermissions: new Set(),
    findObject: (name) => byName.get(name) ?? byLowerName.get(name.toLowerCase()),
    findField: (object, name) => object.fields.get(name) ?? fieldsByLowerName.get(object)?.get(name.toLowerCase()),
    childRelationships: (object) => children.get(object.name) ?? [],
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
  };
}

function lowerNames(object: SObjectType): Map<string, Field> {
  return new Map([...object.fields.values()].map((field) => [field.name.toLowerCase(), field]));
}
