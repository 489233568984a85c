import { toBars, toTotals } from 'shell/reportView';

/** The components of a dashboard in reading order, each with what it shows. */
export function toComponents({ componentData, dashboardMetadata }) {
  const { components, layout } = dashboardMetadata;
  const order = components.map((_, index) => index);
  if (layout.gridLayout)
    order.sort((one, other) => placeOf(layout.components[one]) - placeOf(layout.components[other]));
  return order.map((index) => ({
    ...toComponent(components[index], componentData[index]),
    width: `--span: ${layout.gridLayout ? layout.components[index].colspan : 1}`,
  }));
}

// Rows first: no grid has a thousand columns.
function placeOf({ row, column }) {
  return row * 1000 + column;
}

function toComponent({ id, header, title, reportId, properties }, { reportResult, status }) {
  const name = header ?? title ?? reportResult?.reportMetadata.name ?? 'Report';
  const base = {
    key: id,
    title: name,
    subtitle: header === null ? null : title,
    url: `/lightning/r/Report/${reportId}/view`,
    look: 'slds-card component',
  };
  if (reportResult === null) return { ...base, problem: status.errorMessage };
  const result = { ...reportResult, groupingsAcross: { groupings: [] } };
  const kind = properties.visualizationType;
  if (kind === 'Table' || kind === 'FlexTable') return { ...base, look: `${base.look} wide`, table: result };
  if (kind === 'Metric' || kind === 'Gauge') {
    const [total] = toTotals(result);
    const unit = properties.visualizationProperties.metricLabel ?? total?.label;
    return { ...base, number: total?.text, unit };
  }
  const { groupingsDown, aggregates } = result.reportMetadata;
  return {
    ...base,
    bars: toBars(result, { groupings: groupingsDown.map(({ name: one }) => one), summaries: aggregates }),
  };
}
