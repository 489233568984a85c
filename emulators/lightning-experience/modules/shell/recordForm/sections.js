import { shownField } from 'shell/fieldPaths';
import { editingOf } from 'shell/fieldEditing';

/**
 * A layout's sections with what is needed to show and to edit each field, column by column. `draft` holds what has been
 * entered. A new record shows only what can be entered; a section without fields is left out.
 */
export function toSections({ layout, info, record, picklists, draft, isNew }) {
  const valueOf = (name) => (name in draft ? draft[name] : record.fields[name]?.value);
  return layout.sections
    .map(({ id, heading, useHeading, columns, layoutRows }) => ({
      key: id,
      heading: useHeading ? heading : '',
      columns: Array.from({ length: columns }, (_, index) => ({
        key: index,
        fields: layoutRows.flatMap(({ layoutItems }) =>
          toFields(layoutItems[index], { info, record, picklists, draft, isNew, valueOf }),
        ),
      })).filter(({ fields }) => fields.length > 0),
    }))
    .filter(({ columns }) => columns.length > 0);
}

function toFields(item, { info, record, picklists, draft, isNew, valueOf }) {
  return item.layoutComponents.flatMap(({ componentType, apiName }) => {
    const field = info.fields[apiName];
    const read = componentType === 'Field' ? shownField(info, record, apiName) : undefined;
    const editable = isNew ? item.editableForNew : item.editableForUpdate;
    if (field === undefined || read === undefined || (isNew && !editable)) return [];
    const shown = { ...read, ...editingOf(info, field, { picklists, valueOf }), value: valueOf(apiName) ?? null };
    return [
      { ...shown, editable, required: item.required || field.required, words: apiName in draft ? null : read.words },
    ];
  });
}
