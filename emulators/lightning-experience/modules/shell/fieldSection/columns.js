import { editingOf } from 'shell/fieldEditing';
import { shownField } from 'shell/fieldPaths';

const NOT_EDITED_HERE = ['Address', 'Location', 'EncryptedString'];

/** The fields of a section, column by column, with what is needed to read and to edit each. */
export function toColumns({ item, info, record, shown, picklists, draft }) {
  const valueOf = (name) => (name in draft ? draft[name] : record.fields[name]?.value);
  const bodies =
    item.kind === 'field' ? [[item]] : item.facets.columns.map((column) => column.facets?.body ?? [column]);
  return bodies.map((body, index) => ({
    key: index,
    fields: body.filter(shown).flatMap(({ field, behavior }) => {
      const read = shownField(info, record, field);
      if (read === undefined) return [];
      const described = info.fields[field];
      const words = field in draft ? null : read.words;
      const editing = editingOf(info, described, { picklists, valueOf });
      return [{ ...read, ...editing, ...mayEdit(info, described, behavior), value: valueOf(field), words }];
    }),
  }));
}

function mayEdit(info, field, behavior) {
  const editable = info.updateable && field.updateable && behavior !== 'readonly';
  return {
    editable: editable && !NOT_EDITED_HERE.includes(field.dataType),
    required: behavior === 'required' || field.required === true,
  };
}
