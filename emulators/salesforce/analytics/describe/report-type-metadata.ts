import type { Access } from '../../org.ts';
import { GRANULARITIES } from '../model.ts';
import type { ReportColumn, ReportType } from '../report-type/index.ts';
import { dataTypeOf } from '../run/run-field.ts';
import { filterValues } from './extended-metadata.ts';

type Words = [name: string, label: string][];

const EQUAL: Words = [
  ['equals', 'equals'],
  ['notEqual', 'not equal to'],
];
const ORDERED: Words = [
  ['lessThan', 'less than'],
  ['greaterThan', 'greater than'],
  ['lessOrEqual', 'less or equal'],
  ['greaterOrEqual', 'greater or equal'],
];
const TEXTUAL: Words = [
  ['contains', 'contains'],
  ['notContain', 'does not contain'],
  ['startsWith', 'starts with'],
];
const CHOSEN: Words = [
  ['includes', 'includes'],
  ['excludes', 'excludes'],
];

const OPERATORS: Record<string, Words> = {
  ...same(
    ['string', 'picklist', 'phone', 'email', 'url', 'textarea', 'combobox', 'id'],
    [...EQUAL, ...ORDERED, ...TEXTUAL],
  ),
  ...same(['int', 'double', 'currency', 'percent', 'date', 'datetime'], [...EQUAL, ...ORDERED]),
  ...same(['boolean'], EQUAL),
  ...same(['multipicklist'], [...EQUAL, ...CHOSEN, ...TEXTUAL]),
};

function same(types: string[], words: Words): Record<string, Words> {
  return Object.fromEntries(types.map((type) => [type, words]));
}

/** A report type with the columns this user may read: `reportTypeMetadata`. */
export function toReportTypeMetadata(type: ReportType, access: Access): unknown {
  const isReadable = ({ table, holder, field }: ReportColumn): boolean => {
    const object = type.tables[table]?.object;
    return object !== undefined && access.mayRead(object) && access.mayReadField(holder, field);
  };
  return {
    categories: type.sections.map(({ label, columns }) => ({
      columns: Object.fromEntries(columns.filter(isReadable).map((column) => [column.name, toColumn(column)])),
      label,
    })),
    dataTypeFilterOperatorMap: Object.fromEntries(
      Object.entries(OPERATORS).map(([name, words]) => [name, words.map(([one, label]) => ({ label, name: one }))]),
    ),
    dateGranularityInfos: GRANULARITIES.map((name) => ({ label: name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '), name })),
    divisionInfo: null,
    scopeInfo: {
      defaultValue: 'organization',
      values: [
        { allowsDivision: false, label: 'My records', value: 'user' },
        { allowsDivision: false, label: 'All records', value: 'organization' },
      ],
    },
    standardDateFilterDurationGroups: [],
    standardFilterInfos: null,
    supportsJoinedFormat: false,
  };
}

function toColumn({ label, field, holder }: ReportColumn): unknown {
  return {
    allowedInCustomDetailFormula: field.type !== 'address' && field.type !== 'location',
    bucketable: !['date', 'datetime', 'boolean', 'multipicklist'].includes(field.type),
    dataType: dataTypeOf(field),
    entityColumnName: `${holder.name}.${field.name}`,
    filterValues: filterValues({ field }),
    filterable: !['address', 'location', 'time'].includes(field.type),
    isCustom: field.custom,
    isLookup: field.type === 'reference',
    label,
    maxLength: field.length > 0 ? field.length : null,
    uniqueCountable: true,
  };
}
