import type { Field, FieldType, PicklistValue, SObjectType } from '../entities.ts';
import type { Access } from '../org.ts';
import { compoundFieldOf, isNamePart, isOfPeople } from './compound.ts';
import { isIdLookup } from './id-lookup.ts';
import { nameFieldOf } from './name-field.ts';
import { toValidFor } from './valid-for.ts';

const SOAP_TYPES: Record<FieldType, string> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  location: 'urn:location',
  anyType: 'xsd:anyType',
  string: 'xsd:string',
  textarea: 'xsd:string',
  email: 'xsd:string',
  phone: 'xsd:string',
  url: 'xsd:string',
  combobox: 'xsd:string',
  picklist: 'xsd:string',
  multipicklist: 'xsd:string',
};

const TEXTUAL = new Set<FieldType>([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'combobox',
  'picklist',
  'multipicklist',
]);
const UNGROUPABLE = new Set<FieldType>([
  'double',
  'currency',
  'percent',
  'datetime',
  'address',
  'location',
  'anyType',
  'multipicklist',
  'combobox',
]);
/** Made of other fields, which are written in its stead. */
const COMPOUND = new Set<FieldType>(['address', 'location']);
const LONG_TEXT = 255;

/** One field as describe tells it to a user: `createable` and `updateable` heed the user's own permissions. */
export function describeField(object: SObjectType, field: Field, access: Access) {
  const { type, length, reference, picklist } = field;
  const isLong = type === 'textarea' && length > LONG_TEXT;
  const mayEdit = access.mayEditField(object, field);
  const bytes = type === 'id' || type === 'reference' ? length : TEXTUAL.has(type) ? length * 3 : 0;
  const isNumber = ['double', 'currency', 'percent'].includes(type);
  return {
    aggregatable:
      !isLong && type !== 'anyType' && type !== 'boolean' && !COMPOUND.has(type) && type !== 'multipicklist',
    aiPredictionField: false,
    autoNumber: field.autoNumberFormat !== undefined,
    byteLength: bytes,
    calculated: field.calculated || field.summary !== undefined,
    calculatedFormula: field.formula ?? null,
    cascadeDelete: reference?.kind === 'masterDetail',
    caseSensitive: field.caseSensitive,
    compoundFieldName: compoundFieldOf(object, field),
    controllerName: picklist?.controllerName ?? null,
    createable: field.createable && mayEdit && access.mayCreate(object),
    custom: field.custom,
    defaultValue: defaultValue(field),
    defaultValueFormula: type === 'boolean' ? null : (field.defaultFormula ?? null),
    defaultedOnCreate: isDefaulted(object, field),
    dependentPicklist: picklist?.controllerName !== undefined,
    deprecatedAndHidden: false,
    digits: type === 'int' ? field.precision : 0,
    displayLocationInDecimal: field.inDecimal === true,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(object, field),
    filterable: !isLong && type !== 'anyType' && field.unfilterable !== true,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.calculated && isNumber && field.treatBlanksAs === 'BlankAsZero',
    groupable: !isLong && !UNGROUPABLE.has(type),
    highScaleNumber: false,
    htmlFormatted: field.calculated && /\b(HYPERLINK|IMAGE)\s*\(/i.test(field.formula ?? ''),
    idLookup: isIdLookup(object, field),
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: nameFieldOf(object)?.name === field.name,
    namePointing: (reference?.to.length ?? 0) > 1,
    nillable: field.nillable,
    permissionable: !field.alwaysVisible && !isNamePart(object, field) && field.partOf === undefined,
    picklistValues: (picklist?.values ?? []).map((value) => describeValue(object, field, value)),
    polymorphicForeignKey: (reference?.to.length ?? 0) > 1,
    precision: isNumber ? field.precision : 0,
    queryByDistance: COMPOUND.has(type),
    referenceTargetField: null,
    referenceTo: (reference?.to ?? []).toSorted(),
    relationshipName: reference?.relationshipName ?? null,
    relationshipOrder: reference?.kind === 'masterDetail' ? 0 : null,
    // Standard lookups restrict without saying so.
    restrictedDelete: field.custom && reference?.onDelete === 'Restrict',
    restrictedPicklist: picklist?.restricted ?? false,
    scale: field.scale,
    searchPrefilterable: isPrefilterable(field),
    soapType: SOAP_TYPES[type],
    sortable:
      !isLong && type !== 'anyType' && !COMPOUND.has(type) && type !== 'multipicklist' && field.unfilterable !== true,
    type,
    unique: field.unique,
    updateable: field.updateable && mayEdit && access.mayEdit(object),
    writeRequiresMasterRead: false,
    ...field.describedAs,
  };
}

/** That of custom picklists stands with their values alone. */
function defaultValue({ type, custom, defaultFormula, picklist }: Field): string | boolean | null {
  if (type === 'boolean') return defaultFormula?.toLowerCase() === 'true';
  return custom ? null : (picklist?.values.find(({ isDefault }) => isDefault)?.value ?? null);
}

function isDefaulted(object: SObjectType, field: Field): boolean {
  if (nameFieldOf(object)?.name !== field.name) {
    return (!field.nillable && !field.required) || typeof defaultValue(field) === 'string';
  }
  // A custom object's blank name becomes the id; a person's name is made of its parts.
  return object.custom || field.autoNumberFormat !== undefined;
}

function extraTypeInfo(object: SObjectType, field: Field): string | null {
  if (field.type === 'textarea') return 'plaintextarea';
  if (field.type === 'url' && field.name === 'PhotoUrl') return 'imageurl';
  const isPersonsName = isOfPeople(object) && field.name === 'Name';
  return isPersonsName || isNamePart(object, field) ? 'personname' : null;
}

const UNFILTERED = new Set(['MasterRecordId', 'RecordTypeId']);

/** Lookups of people are never prefiltered, nor those of the winner of a merge and of the record type. */
export function isPrefilterable({ name, type, reference }: Field): boolean {
  return type === 'reference' && !UNFILTERED.has(name) && !(reference?.to ?? []).includes('User');
}

function describeValue(
  object: SObjectType,
  field: Field,
  { active, isDefault, label, validFor, value }: PicklistValue,
) {
  const controllers = object.fields.get(field.picklist?.controllerName ?? '');
  return {
    active,
    defaultValue: isDefault,
    label,
    validFor: validFor === undefined || controllers === undefined ? null : toValidFor(controllers, validFor),
    value,
  };
}
