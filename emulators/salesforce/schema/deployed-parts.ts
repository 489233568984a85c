import type { z } from 'zod';
import type { SObjectType, ValidationRule } from '../entities.ts';
import { RecordTypeSource } from './custom-object.ts';
import { objectOf, type ObjectSource } from './deployed-objects.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { parseComponent, readComponent } from './metadata-file.ts';
import { recordTypeField } from './standard/index.ts';
import { toValidationRule, ValidationRuleSource } from './validation-rule.ts';

/** Adds validation rules, from files of their own and from inside object files. */
export function addValidationRules(draft: Draft, sources: ObjectSource[]): void {
  for (const { file, source } of sources) {
    for (const element of source.validationRules) {
      const rule = parseComponent(file.path, 'ValidationRule', ValidationRuleSource, element);
      addRule(objectOf(draft, file), file.path, toValidationRule(rule.fullName ?? '', rule));
    }
  }
  for (const file of draft.filesOf('validationRule')) {
    const rule = readComponent(file, 'ValidationRule', ValidationRuleSource);
    addRule(objectOf(draft, file), file.path, toValidationRule(file.name, rule));
  }
}

function addRule(object: SObjectType, place: string, rule: ValidationRule): void {
  if (rule.errorField !== undefined && !object.fields.has(rule.errorField)) {
    throw new DeployError(place, `errorDisplayField: no CustomField named ${object.name}.${rule.errorField} found`);
  }
  object.validationRules.push(rule);
}

type RecordTypeSource = z.output<typeof RecordTypeSource>;

/** The values of one picklist in a record type, which metadata writes with %XX for some of its signs. */
function valuesOf(
  object: SObjectType,
  place: string,
  { picklist: name, values }: RecordTypeSource['picklistValues'][number],
): { values: string[]; defaultValue?: string } {
  const picklist = object.fields.get(name)?.picklist;
  if (picklist === undefined) throw new DeployError(place, `Picklist ${name} does not exist on ${object.name}`);
  const names = values.map(({ fullName }) => decodeURIComponent(fullName));
  const unknown = names.find((one) => !picklist.values.some(({ value }) => value === one));
  if (unknown !== undefined) throw new DeployError(place, `Picklist value: ${unknown} in picklist: ${name} not found`);
  const chosen = values.findIndex((one) => one.default);
  const defaultValue = names[chosen];
  return defaultValue === undefined ? { values: names } : { values: names, defaultValue };
}

/** Adds record types, from files of their own and from inside object files. */
export function addRecordTypes(draft: Draft, sources: ObjectSource[]): void {
  const addOne = (object: SObjectType, place: string, developerName: string, source: RecordTypeSource): void => {
    if (!object.fields.has('RecordTypeId')) object.fields.set('RecordTypeId', recordTypeField());
    const id = draft.numbering.recordTypeIdOf(object.name, developerName);
    object.recordTypes.push({
      id,
      developerName,
      label: source.label,
      active: source.active,
      isDefault: false,
      picklists: new Map(source.picklistValues.map((one) => [one.picklist, valuesOf(object, place, one)])),
    });
  };
  for (const { file, source } of sources) {
    for (const element of source.recordTypes) {
      const recordType = parseComponent(file.path, 'RecordType', RecordTypeSource, element);
      addOne(objectOf(draft, file), file.path, recordType.fullName ?? '', recordType);
    }
  }
  for (const file of draft.filesOf('recordType')) {
    addOne(objectOf(draft, file), file.path, file.name, readComponent(file, 'RecordType', RecordTypeSource));
  }
}
