import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { at, filesOf, objectOf, type MetadataFile, type Project } from '../project.ts';
import { everyElement, type XmlElement } from '../xml.ts';

/** Fields that an object has only with record types or several currencies. */
const OPTIONAL_FIELDS = new Set(['RecordTypeId', 'CurrencyIsoCode']);

/** Page layouts, field sets, compact layouts and list views: the fields they name exist. */
export function checkLayouts(project: Project): Finding[] {
  return [
    ...filesOf(project, 'Layout').flatMap((file) => [
      ...checkNamed(project, file, file.name.split('-')[0] ?? '', 'field'),
      ...checkRelatedLists(project, file),
      ...checkStandardFields(project, file),
    ]),
    ...filesOf(project, 'FieldSet').flatMap((file) => checkNamed(project, file, objectOf(file), 'field')),
    ...filesOf(project, 'CompactLayout').flatMap((file) => checkNamed(project, file, objectOf(file), 'fields')),
    ...filesOf(project, 'ListView').flatMap((file) => [
      ...checkNamed(project, file, objectOf(file), 'columns'),
      ...checkNamed(project, file, objectOf(file), 'field'),
      ...checkFilterValues(project, file),
    ]),
  ];
}

function checkNamed(project: Project, file: MetadataFile, object: string, element: string): Finding[] {
  return named(file, element)
    .filter(({ text }) => isMissing(project, object, text.trim()))
    .map((found) => at(file, found, `field ${object}.${found.text.trim()} does not exist`));
}

// List views call standard fields by names of their own (NAME, OWNER.ALIAS), and standard objects have more than is known.
function isMissing(project: Project, object: string, field: string): boolean {
  return field.endsWith('__c') && findField(project.objects, object, [field]) === undefined;
}

/** Standard fields on layouts of custom objects, which go by their API names. */
function checkStandardFields(project: Project, file: MetadataFile): Finding[] {
  const object = file.name.split('-')[0] ?? '';
  if (project.objects.get(object)?.custom !== true) return [];
  return named(file, 'layoutItems')
    .flatMap(({ children }) => children.filter(({ name, text }) => name === 'field' && !text.trim().endsWith('__c')))
    .filter(({ text }) => !OPTIONAL_FIELDS.has(text.trim()))
    .filter(({ text }) => findField(project.objects, object, [text.trim()]) === undefined)
    .map((element) => at(file, element, `field ${object}.${element.text.trim()} does not exist`));
}

function checkRelatedLists(project: Project, file: MetadataFile): Finding[] {
  return named(file, 'relatedList').flatMap((element) => {
    const [object = '', field = ''] = element.text.trim().split('.');
    return field !== '' && isMissing(project, object, field)
      ? [at(file, element, `related list ${object}.${field} does not exist`)]
      : [];
  });
}

function checkFilterValues(project: Project, file: MetadataFile): Finding[] {
  return named(file, 'filters').flatMap((filter) => {
    const part = (name: string): XmlElement | undefined => filter.children.find((child) => child.name === name);
    const field = part('field')?.text.trim() ?? '';
    const known = findField(project.objects, objectOf(file), [field])?.picklistValues;
    const value = part('value');
    const unknown = (value?.text.trim().split(',') ?? []).filter((item) => known && !known.includes(item));
    return value ? unknown.map((item) => at(file, value, `"${item}" is no value of ${field}`)) : [];
  });
}

function named(file: MetadataFile, name: string): XmlElement[] {
  return [...everyElement(file.root)].filter((element) => element.name === name);
}
