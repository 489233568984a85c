import { createHash } from 'node:crypto';
import { MASTER_RECORD_TYPE, nameFieldOf } from '../describe/index.ts';
import type { Field, SObjectType } from '../entities.ts';
import { ApiError } from '../errors.ts';
import { toId18 } from '../ids.ts';
import type { LayoutItem, LayoutSection } from '../page-metadata/index.ts';
import { ok, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { toETag } from './etag.ts';

export const LAYOUT_TYPES = ['Compact', 'Full'];
export const MODES = ['Create', 'Edit', 'View'];

/** The fields of a page, section by section. */
export function layoutEndpoints(): Endpoint[] {
  return [{ method: 'GET', path: '/ui-api/layout/:type', answer: answerLayout }];
}

function answerLayout(call: Call) {
  const object = objectInPath(call);
  const type = oneOf(LAYOUT_TYPES, call.query['layoutType'] ?? 'Full', 'layoutType');
  const mode = oneOf(MODES, call.query['mode'] ?? 'View', 'mode');
  return ok(toLayout(call, object, type, mode));
}

/** One of the words that a parameter may be; any other is ILLEGAL_QUERY_PARAMETER_VALUE. */
export function oneOf(words: string[], given: string, parameter: string): string {
  if (words.includes(given)) return given;
  const message = `${parameter}: expected ${words.join(', ')}, got '${given}'`;
  throw new ApiError(400, [{ errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message }]);
}

export function toLayout(call: Call, object: SObjectType, layoutType: string, mode: string) {
  const sections = sectionsOf(call, object, layoutType).map((section, index) =>
    toSection(call, object, section, index),
  );
  const content = {
    id: idOf('00h', object.name),
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId: MASTER_RECORD_TYPE,
    sections,
  };
  return { ...content, eTag: toETag(content) };
}

/** The fields of a layout that the caller may read. */
export function layoutFields(call: Call, object: SObjectType, layoutType: string): Field[] {
  const items = sectionsOf(call, object, layoutType).flatMap(({ columns }) => columns.flat());
  return items.flatMap(({ field }) => readable(call, object, field) ?? []);
}

function sectionsOf(call: Call, object: SObjectType, layoutType: string): LayoutSection[] {
  if (layoutType === 'Compact') {
    const name = nameFieldOf(object)?.name;
    return [{ label: '', columns: [[{ field: name, behavior: 'Readonly' }]] }];
  }
  const { layouts } = call.platform.org.pages;
  const own = layouts.find(({ name }) => name.startsWith(`${object.name}-`));
  return own?.sections ?? [standardSection(object)];
}

// An object that no layout was deployed for: all that one can fill in, in two columns.
function standardSection(object: SObjectType): LayoutSection {
  const items = [...object.fields.values()]
    .filter(({ createable, updateable, name }) => createable || updateable || name === 'OwnerId')
    .map(({ name, nillable, type }): LayoutItem => {
      return { field: name, behavior: nillable || type === 'boolean' ? 'Edit' : 'Required' };
    });
  const half = Math.ceil(items.length / 2);
  return { label: `${object.label} Information`, columns: [items.slice(0, half), items.slice(half)] };
}

function toSection(call: Call, object: SObjectType, { label, columns }: LayoutSection, index: number) {
  const shown = columns.map((column) => column.filter(({ field }) => readable(call, object, field) !== undefined));
  const rows = Math.max(0, ...shown.map((column) => column.length));
  return {
    collapsible: false,
    columns: shown.length,
    heading: label,
    id: idOf('01B', `${object.name}.${index}`),
    layoutRows: Array.from({ length: rows }, (_, row) => ({
      layoutItems: shown.map((column) => toItem(call, object, column[row])),
    })),
    rows,
    useHeading: label !== '',
  };
}

function toItem(call: Call, object: SObjectType, item: LayoutItem | undefined) {
  const field = readable(call, object, item?.field);
  if (item === undefined || field === undefined) {
    return {
      editableForNew: false,
      editableForUpdate: false,
      label: '',
      layoutComponents: [{ componentType: 'EmptySpace' }],
      lookupIdApiName: null,
      required: false,
      sortable: false,
    };
  }
  const mayEdit = call.access.mayEditField(object, field) && item.behavior !== 'Readonly';
  return {
    editableForNew: mayEdit && field.createable,
    editableForUpdate: mayEdit && field.updateable,
    label: field.label,
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
    lookupIdApiName: field.type === 'reference' ? field.name : null,
    required: item.behavior === 'Required',
    sortable: false,
  };
}

function readable({ platform, access }: Call, object: SObjectType, name: string | undefined): Field | undefined {
  const field = name === undefined ? undefined : platform.org.schema.findField(object, name);
  return field !== undefined && access.mayReadField(object, field) ? field : undefined;
}

/** An id for what has none in the database, the same at every start. */
export function idOf(prefix: string, name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12).toUpperCase();
  return toId18(prefix + digest) ?? '';
}
