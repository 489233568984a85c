export { toBars } from './bars';
export { toTable } from './table';

/** The totals of a report: `[{ key, label, text }]`. */
export function toTotals({ reportMetadata, reportExtendedMetadata, factMap }) {
  return totalsOf(reportMetadata.aggregates, reportExtendedMetadata.aggregateColumnInfo, factMap['T!T']);
}

/** The aggregates of one cell of the fact map, named. */
export function totalsOf(names, infos, fact) {
  return names.map((name, index) => ({ key: name, label: infos[name].label, text: fact.aggregates[index].label }));
}
