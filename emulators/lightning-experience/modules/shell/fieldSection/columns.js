import { labelOf, shownField } from 'shell/fieldPaths';

const NOT_EDITED_HERE = ['Reference', 'MultiPicklist', 'Address', 'Location', 'EncryptedString'];

/** The fields of a section, column by column, with what is needed to read and to edit each. */
export function toColumns({ item, info, record, shown, picklists }) {
  const bodies =
    item.kind === 'field' ? [[item]] : item.facets.columns.map((column) => column.facets?.body ?? [column]);
  return bodies.map((body, index) => ({
    key: index,
    fields: body.filter(shown).flatMap(({ field, behavior }) => {
      const read = shownField(info, record, field);
      return read === undefined ? [] : [{ ...read, ...editing(info, field, behavior, picklists) }];
    }),
  }));
}

function editing(info, name, behavior, picklists) {
  const field = info.fields[name];
  const editable = info.updateable && field.updateable && behavior !== 'readonly';
  return {
    label: labelOf(field),
    editable: editable && !NOT_EDITED_HERE.includes(field.dataType),
    required: behavior === 'required' || field.required === true,
    options: picklists?.picklistFieldValues[name]?.values.map(({ label, value }) => ({ label, value })) ?? [],
  };
}
