import { recordUrl, shownField } from 'shell/fieldPaths';

/** Query results as rows of cells; `picklists` gives the labels of picklist values, which SOQL does not. */
export function toRows({ info, names, records, picklists }) {
  return records.map((record) => {
    const shaped = toRecord(record);
    return {
      key: record.Id,
      cells: names.map((name) => {
        const cell = shownField(info, shaped, name);
        const values = picklists?.picklistFieldValues[name]?.values;
        const words = values?.find(({ value }) => value === cell.value)?.label ?? cell.words;
        return name === info.nameFields[0] ? { ...cell, url: recordUrl(info.apiName, record.Id) } : { ...cell, words };
      }),
    };
  });
}

// A row of a query in the shape of a UI API record.
function toRecord({ attributes, ...values }) {
  const fields = Object.entries(values).map(([name, value]) => {
    const nested = typeof value === 'object' && value !== null;
    return [name, { value: nested ? toRecord(value) : value, displayValue: null }];
  });
  return { apiName: attributes.type, id: attributes.url.split('/').at(-1), fields: Object.fromEntries(fields) };
}
