import type { Schema, SObjectType } from '../entities.ts';
import { formulaFieldType, type FormulaContext, type FormulaScope } from '../formula/index.ts';
import type { RecordStore } from './record-store.ts';

/** Types that VLOOKUP gives, of the API's. */
const GIVEN = new Set([
  ...['string', 'reference', 'boolean', 'date', 'datetime', 'email', 'double', 'currency', 'percent', 'phone'],
  ...['picklist', 'textarea', 'url'],
]);
const LONG_TEXT = 255;

/** What `$ObjectType.Zip_Code__c.Fields.City__c` is to VLOOKUP: only the record names and fields of custom objects. */
export function withColumns(schema: Schema, scope: FormulaScope): FormulaScope {
  return {
    typeOf: (path) => (path[0]?.toLowerCase() === '$objecttype' ? columnType(schema, path) : scope.typeOf(path)),
  };
}

function columnType(schema: Schema, [, objectName = '', fields = '', name = '', ...more]: string[]) {
  const object = schema.findObject(objectName);
  const field = object && schema.findField(object, name);
  const isThere = fields.toLowerCase() === 'fields' && more.length === 0;
  if (object?.custom !== true || field === undefined || !isThere) return undefined;
  const isGiven =
    GIVEN.has(field.type) && !field.calculated && !(field.type === 'textarea' && field.length > LONG_TEXT);
  return isGiven ? formulaFieldType(field.type) : undefined;
}

/** Finds the value of a field in the first record of this name. */
export function createLookUp(schema: Schema, store: RecordStore): NonNullable<FormulaContext['lookUp']> {
  return (objectName, fieldName, name) => {
    const object: SObjectType | undefined = schema.findObject(objectName);
    const field = object && schema.findField(object, fieldName);
    if (object === undefined || field === undefined || name === '') return null;
    const sql = `SELECT "${field.name}" AS value FROM "${object.name}" WHERE "Name" = ? AND "IsDeleted" = 0 ORDER BY "Id" LIMIT 1`;
    return store.query(sql, [name])[0]?.['value'] ?? null;
  };
}
