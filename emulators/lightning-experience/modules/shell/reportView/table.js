const RECORD_ID = /^[a-zA-Z0-9]{18}$/;

/**
 * What a report's table shows: `{ columns, rows }`, the rows with their kind and depth. A report with groups across has
 * a column for each of their innermost groups, the others one for each of their fields.
 */
export function toTable(result) {
  return result.reportMetadata.reportFormat === 'MATRIX' ? toMatrix(result) : toList(result);
}

function toList({ reportMetadata, reportExtendedMetadata, factMap, groupingsDown }) {
  const { detailColumns, groupingsDown: levels } = reportMetadata;
  const columns = detailColumns.map((name) => ({
    key: name,
    label: reportExtendedMetadata.detailColumnInfo[name].label,
  }));
  const rows = groupRows(groupingsDown.groupings, 0);
  const all = levels.length === 0 ? detailRows('T!T') : rows;
  const total = { key: 'T', kind: 'total', depth: 0, title: 'Total', totals: totalsText('T!T'), cells: [] };
  return { columns, rows: reportMetadata.showGrandTotal === false ? all : [...all, total] };

  function groupRows(groupings, depth) {
    return groupings.flatMap(({ key, label, groupings: inner }) => {
      const { name } = levels[depth];
      const title = `${reportExtendedMetadata.groupingColumnInfo[name].label}: ${label}`;
      const group = { key, kind: 'group', depth, title, totals: totalsText(`${key}!T`), cells: [] };
      return [group, ...(inner.length > 0 ? groupRows(inner, depth + 1) : detailRows(`${key}!T`))];
    });
  }

  function detailRows(key) {
    return (factMap[key].rows ?? []).map(({ dataCells }, index) => ({
      key: `${key} ${index}`,
      kind: 'detail',
      depth: levels.length,
      cells: dataCells.map((cell, at) => toCell(cell, columns[at])),
    }));
  }

  function totalsText(key) {
    const { aggregates } = reportMetadata;
    return aggregates
      .map((name, index) => {
        const { label } = reportExtendedMetadata.aggregateColumnInfo[name];
        return `${label}: ${factMap[key].aggregates[index].label}`;
      })
      .join(' · ');
  }
}

function toCell({ label, value }, column) {
  const isRecord = typeof value === 'string' && RECORD_ID.test(value) && label !== value;
  return { key: column.key, label: column.label, text: label, url: isRecord ? `/lightning/r/${value}/view` : null };
}

function toMatrix({ reportMetadata, reportExtendedMetadata, factMap, groupingsDown, groupingsAcross }) {
  const infos = reportMetadata.aggregates.map((name) => reportExtendedMetadata.aggregateColumnInfo[name].label);
  const across = [...leaves(groupingsAcross.groupings, []), { key: 'T', label: 'Total' }];
  const toRow = ({ key, label }, depth, kind) => ({
    key,
    kind,
    depth,
    title: label,
    cells: across.map((column) => ({
      key: column.key,
      label: column.label,
      text: factMap[`${key}!${column.key}`].aggregates
        .map((cell, index) => (infos.length === 1 ? cell.label : `${infos[index]}: ${cell.label}`))
        .join(' · '),
      url: null,
    })),
  });
  const groupRows = (groupings, depth) =>
    groupings.flatMap((group) => [toRow(group, depth, 'line'), ...groupRows(group.groupings, depth + 1)]);
  const head = { key: 'group', label: levelNames(reportMetadata, reportExtendedMetadata) };
  const rows = [...groupRows(groupingsDown.groupings, 0), toRow({ key: 'T', label: 'Total' }, 0, 'sum')];
  return { columns: [head, ...across], rows };
}

function levelNames({ groupingsDown }, { groupingColumnInfo }) {
  return groupingsDown.map(({ name }) => groupingColumnInfo[name].label).join(' › ');
}

function leaves(groupings, before) {
  return groupings.flatMap(({ key, label, groupings: inner }) => {
    const path = [...before, label];
    return inner.length > 0 ? leaves(inner, path) : [{ key, label: path.join(' › ') }];
  });
}
