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

/** Adds record types, from files of their own and from inside object files. */
export function addRecordTypes(draft: Draft, sources: ObjectSource[]): void {
  const addOne = (object: SObjectType, developerName: string, source: { active: boolean; label: string }): void => {
    if (!object.fields.has('RecordTypeId')) object.fields.set('RecordTypeId', recordTypeField());
    const id = draft.numbering.recordTypeIdOf(object.name, developerName);
    object.recordTypes.push({ id, developerName, label: source.label, active: source.active, isDefault: false });
  };
  for (const { file, source } of sources) {
    for (const element of source.recordTypes) {
      const recordType = parseComponent(file.path, 'RecordType', RecordTypeSource, element);
      addOne(objectOf(draft, file), recordType.fullName ?? '', recordType);
    }
  }
  for (const file of draft.filesOf('recordType')) {
    addOne(objectOf(draft, file), file.name, readComponent(file, 'RecordType', RecordTypeSource));
  }
}
