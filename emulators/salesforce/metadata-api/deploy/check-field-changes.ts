import { childOf, parseXml, textOf, type XmlElement } from '../../metadata-check/index.ts';
import type { Org } from '../../org.ts';
import type { SourceFiles } from '../../org-source/index.ts';
import { splitName, type Problem } from '../package/index.ts';
import { pathsByComponent, keyOf, type AppliedComponent } from './apply-package.ts';
import { problemIn } from './problem-in.ts';

/** Types that hold a text of any form, so that what is there can stay when one becomes another. */
const TEXTS = new Set(['Text', 'TextArea', 'LongTextArea', 'Email', 'Phone', 'Url']);
const RELATIONSHIPS = new Set(['Lookup', 'MasterDetail', 'Hierarchy']);

/** Setup's own words. */
const NO_NEW_MASTER =
  'You cannot create a new Master-Detail relationship on an existing custom object if records already exist. You must first create a Lookup relationship, populate the lookup field with data in all records, and then change the relationship type to Master-Detail.';

/** Kinds of fields that no deployment turns into another kind, as error messages call them. */
const KINDS = {
  formula: 'Formula',
  summary: 'Summary',
  relationship: 'Lookup, MasterDetail, or Hierarchy',
  stored: '',
};

/**
 * Fields that would become what the platform does not make of a field that is there.
 *
 * A change of type is taken while no record has a value. With values, only one text becomes another here, which is less
 * than Salesforce takes: https://help.salesforce.com/s/articleView?id=platform.notes_on_changing_custom_field_types.htm
 */
export function checkFieldChanges(org: Org, before: SourceFiles, applied: AppliedComponent[]): Problem[] {
  const paths = pathsByComponent(before);
  const added = applied.flatMap((one) => (one.created ? checkMaster(org, one) : []));
  const changed = applied
    .filter(({ component, created, changed }) => component.type === 'CustomField' && changed && !created)
    .flatMap(({ component, files }) => {
      const [file] = component.files.values();
      const [origin] = files.values();
      const known = before.get(paths.get(keyOf(component))?.[0] ?? '');
      if (file === undefined || origin === undefined || known === undefined) return [];
      const [was, is] = [parseXml(known.toString('utf8')), parseXml(file.content.toString('utf8'))];
      const problem = whatIsWrong(was, is, () => hasValues(org, component.fullName));
      if (problem === undefined) return [];
      return [problemIn(component, origin, 1, problem)];
    });
  return [...added, ...changed];
}

/** A record that is there would have no master. */
function checkMaster({ schema, database }: Org, { component, files }: AppliedComponent): Problem[] {
  const [file] = component.files.values();
  const [origin] = files.values();
  if (component.type !== 'CustomField' || file === undefined || origin === undefined) return [];
  if (textOf(parseXml(file.content.toString('utf8')), 'type') !== 'MasterDetail') return [];
  const object = schema.findObject(splitName(component.fullName)[0]);
  const isEmpty =
    object === undefined ||
    database.prepare(`SELECT 1 FROM "${object.name}" WHERE "IsDeleted" = 0 LIMIT 1`).get() === undefined;
  return isEmpty ? [] : [problemIn(component, origin, 1, NO_NEW_MASTER)];
}

function whatIsWrong(was: XmlElement, is: XmlElement, hasValues: () => boolean): string | undefined {
  const [before, after] = [kindOf(was), kindOf(is)];
  if (before !== after) {
    return before === 'stored' || after === 'relationship'
      ? `Cannot update a field to a ${KINDS[after]} from something else`
      : `Cannot update a field from a ${KINDS[before]} to something else`;
  }
  if (before === 'relationship' && textOf(was, 'referenceTo') !== textOf(is, 'referenceTo')) {
    return 'Cannot update referenceTo';
  }
  if (valueSetOf(was) !== valueSetOf(is) && textOf(was, 'type') === textOf(is, 'type')) {
    return 'Cannot change which global value set this picklist uses';
  }
  const isLossy = before !== 'formula' && !keepsValues(textOf(was, 'type') ?? '', textOf(is, 'type') ?? '');
  return isLossy && hasValues() ? 'Cannot change type due to existing data' : undefined;
}

function kindOf(field: XmlElement): keyof typeof KINDS {
  const type = textOf(field, 'type') ?? '';
  if (childOf(field, 'formula') !== undefined) return 'formula';
  if (type === 'Summary') return 'summary';
  return RELATIONSHIPS.has(type) ? 'relationship' : 'stored';
}

function valueSetOf(field: XmlElement): string | undefined {
  const valueSet = childOf(field, 'valueSet');
  return valueSet === undefined ? undefined : textOf(valueSet, 'valueSetName');
}

function keepsValues(before: string, after: string): boolean {
  return before === after || (TEXTS.has(after) && (TEXTS.has(before) || before === 'Picklist'));
}

function hasValues({ schema, database }: Org, fullName: string): boolean {
  const [object, field] = splitName(fullName);
  if (schema.findObject(object)?.fields.has(field) !== true) return false;
  return database.prepare(`SELECT 1 FROM "${object}" WHERE "${field}" IS NOT NULL LIMIT 1`).get() !== undefined;
}
