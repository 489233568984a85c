import { recordUrl, shownField } from 'shell/fieldPaths';

/** The columns with what their heads say of the order. */
export function sorted(columns, sort) {
  return columns.map((column) => {
    if (column.name !== sort?.name) return { ...column, order: column.sortable ? 'none' : null, arrow: undefined };
    return {
      ...column,
      order: sort.descending ? 'descending' : 'ascending',
      arrow: sort.descending ? 'utility:arrowdown' : 'utility:arrowup',
    };
  });
}

/** The cells of a record, in the order of the columns; a path such as `Account__r.Name` shows what it leads to. */
export function cellsOf({ info, record, names, labels }) {
  return names.map((path) => {
    const cell = path.includes('.') ? behind(info, record, path.split('.')) : shownField(info, record, path);
    const shown = { key: path, name: path, value: null, words: null, ...cell, label: labels[path] };
    return path === info.nameFields[0] ? { ...shown, url: recordUrl(info.apiName, record.id) } : shown;
  });
}

function behind(info, record, [relationship, name]) {
  const found = record.fields[relationship]?.value;
  if (!found) return undefined;
  const { value, displayValue } = found.fields[name] ?? {};
  return { type: 'String', value, words: displayValue, url: recordUrl(found.apiName, found.id) };
}
