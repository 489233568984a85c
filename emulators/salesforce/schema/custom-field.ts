import { z } from 'zod';
import type { Field, PicklistValue } from '../entities.ts';
import { DeployError } from './errors.ts';
import { ofFormula } from './formula-field.ts';
import { LookupFilterSource, toLookupFilter } from './lookup-filter.ts';
import { inert, xmlBoolean, xmlList, xmlNumber } from './metadata-file.ts';
import { rollUpElements, toRollUp } from './roll-up.ts';
import { createField } from './standard/index.ts';
import { CustomValue, toPicklistValue } from './value-sets.ts';

const ValueSet = z.strictObject({
  controllingField: z.string().optional(),
  restricted: xmlBoolean.default(false),
  valueSetDefinition: z.strictObject({ value: xmlList(CustomValue), ...inert('sorted') }).optional(),
  valueSetName: z.string().optional(),
  valueSettings: xmlList(z.strictObject({ controllingFieldValue: xmlList(z.string()), valueName: z.string() })),
});

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm */
export const CustomField = z.strictObject({
  fullName: z.string().optional(),
  label: z.string().optional(),
  type: z.string().optional(),
  caseSensitive: xmlBoolean.default(false),
  defaultValue: z.string().optional(),
  deleteConstraint: z.enum(['Cascade', 'Restrict', 'SetNull']).optional(),
  description: z.string().optional(),
  displayFormat: z.string().optional(),
  displayLocationInDecimal: xmlBoolean.default(false),
  externalId: xmlBoolean.default(false),
  formula: z.string().optional(),
  formulaTreatBlanksAs: z.enum(['BlankAsBlank', 'BlankAsZero']).optional(),
  inlineHelpText: z.string().optional(),
  length: xmlNumber.optional(),
  lookupFilter: LookupFilterSource.optional(),
  precision: xmlNumber.optional(),
  referenceTo: z.string().optional(),
  relationshipName: z.string().optional(),
  reparentableMasterDetail: xmlBoolean.default(false),
  required: xmlBoolean.default(false),
  scale: xmlNumber.optional(),
  startingNumber: xmlNumber.optional(),
  ...rollUpElements,
  trackHistory: xmlBoolean.default(false),
  unique: xmlBoolean.default(false),
  valueSet: ValueSet.optional(),
  writeRequiresMasterRead: xmlBoolean.default(false),
  ...inert(
    ...([
      'businessOwnerGroup',
      'businessOwnerUser',
      'businessStatus',
      'complianceGroup',
      'relationshipLabel',
      'fieldManageability',
    ] as const),
    ...(['relationshipOrder', 'securityClassification', 'trackFeedHistory', 'trackTrending'] as const),
    ...(['visibleLines', 'isFilteringDisabled', 'isSortingDisabled', 'maskChar', 'maskType'] as const),
  ),
});

export type CustomField = z.output<typeof CustomField>;

/** Global value sets by name. */
export type GlobalValueSets = ReadonlyMap<string, PicklistValue[]>;

/** The field that a component describes, a location as a whole. Refuses types that the org cannot keep. */
export function toCustomField(place: string, name: string, source: CustomField, globals: GlobalValueSets): Field {
  const byType =
    source.formula === undefined ? ofType(place, name, source, globals) : ofFormula(place, source, source.formula);
  const picklistDefault = byType.picklist?.values.some(({ isDefault }) => isDefault) === true;
  const defaulted = source.defaultValue !== undefined || picklistDefault || byType.type === 'boolean';
  const nillable = byType.nillable ?? !source.required;
  return createField({
    name,
    label: source.label ?? name,
    custom: true,
    nillable,
    required: byType.required ?? (!nillable && !defaulted),
    alwaysVisible: source.required || byType.reference?.kind === 'masterDetail',
    unique: source.unique,
    caseSensitive: source.caseSensitive,
    externalId: source.externalId,
    ...(source.trackHistory && { tracked: true }),
    ...optional('defaultFormula', source.defaultValue),
    ...optional('description', source.description),
    ...optional('inlineHelpText', source.inlineHelpText),
    ...byType,
  });
}

/** The part of a field that its type decides. Sizes are those of the platform's describe. */
function ofType(
  place: string,
  name: string,
  source: CustomField,
  globals: GlobalValueSets,
): Pick<Field, 'type'> & Partial<Field> {
  const size = { precision: source.precision ?? 18, scale: source.scale ?? 0 };
  switch (source.type) {
    case 'AutoNumber':
      return autoNumber(source);
    case 'Checkbox':
      return { type: 'boolean', nillable: false, required: false, defaultFormula: source.defaultValue ?? 'false' };
    case 'Currency':
      return { type: 'currency', ...size };
    case 'Number':
      return { type: 'double', ...size };
    case 'Percent':
      return { type: 'percent', ...size };
    case 'Date':
      return { type: 'date' };
    case 'DateTime':
      return { type: 'datetime' };
    case 'Time':
      return { type: 'time' };
    case 'Email':
      return { type: 'email', length: 80 };
    case 'Phone':
      return { type: 'phone', length: 40 };
    case 'Url':
      return { type: 'url', length: 255 };
    case 'Text':
      return { type: 'string', length: source.length ?? 255 };
    case 'TextArea':
      return { type: 'textarea', length: 255 };
    case 'LongTextArea':
    case 'Html':
      return { type: 'textarea', length: source.length ?? 32_768 };
    case 'Picklist':
      return { type: 'picklist', length: 255, picklist: toPicklist(place, source, globals) };
    case 'MultiselectPicklist':
      return { type: 'multipicklist', length: 4099, picklist: toPicklist(place, source, globals) };
    case 'MetadataRelationship':
      if (source.referenceTo?.endsWith('__mdt') !== true) {
        throw new DeployError(place, `a relationship of ${name} to ${source.referenceTo ?? ''} is not supported yet`);
      }
      return { type: 'reference', length: 18, reference: toReference(place, name, source) };
    case 'Location':
      return { type: 'location', scale: source.scale ?? 0, inDecimal: source.displayLocationInDecimal };
    case 'Hierarchy':
      return { type: 'reference', length: 18, reference: toReference(place, name, { ...source, referenceTo: 'User' }) };
    case 'Lookup':
      return { type: 'reference', length: 18, reference: toReference(place, name, source) };
    case 'Summary':
      return {
        type: 'double',
        precision: 18,
        createable: false,
        updateable: false,
        required: false,
        summary: toRollUp(place, source),
      };
    case 'MasterDetail':
      return {
        type: 'reference',
        length: 18,
        nillable: false,
        required: true,
        updateable: source.reparentableMasterDetail,
        reference: toReference(place, name, source),
      };
    default:
      throw new DeployError(place, `field type ${source.type ?? '(none)'} of ${name} is not supported yet`);
  }
}

/** An auto-number, of a field or of the name of a custom object. */
export function autoNumber(source: CustomField): Pick<Field, 'type'> & Partial<Field> {
  return {
    type: 'string',
    length: 30,
    createable: false,
    updateable: false,
    required: false,
    autoNumberFormat: source.displayFormat ?? '{0}',
    ...(source.startingNumber === undefined ? {} : { autoNumberStart: source.startingNumber }),
  };
}

function toPicklist(place: string, source: CustomField, globals: GlobalValueSets): NonNullable<Field['picklist']> {
  const {
    valueSetName,
    valueSetDefinition,
    restricted = false,
    controllingField,
    valueSettings = [],
  } = source.valueSet ?? {};
  const values =
    valueSetName === undefined ? valueSetDefinition?.value.map(toPicklistValue) : globals.get(valueSetName);
  if (valueSetName !== undefined && values === undefined) {
    throw new DeployError(place, `no GlobalValueSet named ${valueSetName} found`);
  }
  if (values === undefined) throw new DeployError(place, 'a picklist needs a valueSet');
  const isRestricted = valueSetName !== undefined || restricted;
  if (controllingField === undefined) return { values: structuredClone(values), restricted: isRestricted };
  const validFor = new Map(valueSettings.map((setting) => [setting.valueName, setting.controllingFieldValue]));
  return {
    values: values.map((value) => ({ ...value, validFor: validFor.get(value.value) ?? [] })),
    restricted: isRestricted,
    controllerName: controllingField,
  };
}

function toReference(place: string, name: string, source: CustomField): NonNullable<Field['reference']> {
  if (source.referenceTo === undefined) throw new DeployError(place, `${name} needs a referenceTo`);
  const isMasterDetail = source.type === 'MasterDetail';
  if (!isMasterDetail && source.required && source.deleteConstraint === 'SetNull') {
    throw new DeployError(place, `${name} is required, so its deleteConstraint cannot be SetNull`);
  }
  const filter = toLookupFilter(place, source.lookupFilter);
  const onDelete = isMasterDetail ? 'Cascade' : (source.deleteConstraint ?? (source.required ? 'Restrict' : 'SetNull'));
  return {
    to: [source.referenceTo],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: source.relationshipName === undefined ? null : `${source.relationshipName}__r`,
    kind: isMasterDetail ? 'masterDetail' : 'lookup',
    onDelete,
    ...(source.writeRequiresMasterRead && { readableMasterSuffices: true }),
    ...(source.type === 'Hierarchy' && { isHierarchy: true }),
    ...(filter && { filter }),
  };
}

function optional<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}
