import type { Plan } from '../run/plan-report.ts';
import { dataTypeOf, type RunField } from '../run/run-field.ts';

/** What the names in a report's metadata are called and of which type they are: `reportExtendedMetadata`. */
export function toExtendedMetadata({ details, down, across, summaries, type }: Plan): unknown {
  const entity = (name: string): string => {
    const column = type.columns.get(name);
    return column === undefined ? name : [column.holder.name, column.field.name].join('.');
  };
  const info = (field: RunField) => ({
    dataType: dataTypeOf(field.field),
    entityColumnName: entity(field.name),
    filterValues: filterValues(field),
    filterable: true,
    isLookup: field.field.type === 'reference',
    label: field.label,
    uniqueCountable: true,
  });
  const levels = [...down.entries(), ...across.entries()];
  return {
    aggregateColumnInfo: Object.fromEntries(
      summaries.aggregates.map(({ name, label, dataType, formula }) => [
        name,
        {
          acrossGroupingContext: formula?.source.acrossGroup ?? null,
          dataType,
          downGroupingContext: formula?.source.downGroup ?? null,
          label,
        },
      ]),
    ),
    detailColumnInfo: Object.fromEntries(details.map((field) => [field.name, info(field)])),
    groupingColumnInfo: Object.fromEntries(
      levels.map(([groupingLevel, { field }]) => [
        field.name,
        { dataType: dataTypeOf(field.field), groupingLevel, label: field.label },
      ]),
    ),
  };
}

/** The values of a picklist, for whoever builds a filter. */
export function filterValues({ field }: Pick<RunField, 'field'>): { name: string; label: string }[] {
  if (field.type === 'boolean') {
    return [
      { name: '1', label: 'True' },
      { name: '0', label: 'False' },
    ];
  }
  return (field.picklist?.values ?? [])
    .filter(({ active }) => active)
    .map(({ value, label }) => ({ name: value, label }));
}
