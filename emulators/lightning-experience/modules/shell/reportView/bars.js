/**
 * The bars of a report's chart, one list for each of its summaries: `[{ key, label, bars }]`, each bar with its value as
 * text and its share of the largest in percent, and the parts of it by the second grouping. Undefined for a chart that
 * begins at an inner grouping, and where there is nothing to draw.
 */
export function toBars(result, { groupings, summaries } = chartOf(result)) {
  const { reportMetadata, reportExtendedMetadata } = result;
  const groups = groupings.length === 0 ? undefined : outerGroups(result, groupings[0]);
  if (groups === undefined || groups.length === 0) return undefined;
  return summaries.map((name) => {
    const index = reportMetadata.aggregates.indexOf(name);
    const bars = groups.map(({ key, label, fact, parts }) => ({
      key,
      label,
      text: fact.aggregates[index].label,
      value: toNumber(fact.aggregates[index]),
      parts: parts(groupings[1]).map((part) => ({
        key: part.key,
        label: part.label,
        text: part.fact.aggregates[index].label,
        value: toNumber(part.fact.aggregates[index]),
      })),
    }));
    const largest = Math.max(...bars.map(({ value }) => value), 0);
    const withShare = (one) => ({
      ...one,
      share: largest === 0 ? 0 : Math.round((Math.max(one.value, 0) / largest) * 1000) / 10,
    });
    const label = reportExtendedMetadata.aggregateColumnInfo[name].label;
    return { key: name, label, bars: bars.map((bar) => ({ ...withShare(bar), parts: bar.parts.map(withShare) })) };
  });
}

/** What a chart shows: as the report says, or the first grouping by the first aggregate. */
function chartOf({ reportMetadata }) {
  const { chart, groupingsDown, aggregates } = reportMetadata;
  if (chart) return chart;
  return { groupings: groupingsDown.slice(0, 1).map(({ name }) => name), summaries: aggregates.slice(0, 1) };
}

function outerGroups({ reportMetadata, factMap, groupingsDown, groupingsAcross }, name) {
  const isDown = reportMetadata.groupingsDown[0]?.name === name;
  if (!isDown && reportMetadata.groupingsAcross[0]?.name !== name) return undefined;
  const factAt = (own, other) => factMap[isDown ? `${own}!${other}` : `${other}!${own}`];
  const [mine, others] = isDown ? [groupingsDown, groupingsAcross] : [groupingsAcross, groupingsDown];
  const levels = isDown ? reportMetadata.groupingsDown : reportMetadata.groupingsAcross;
  return mine.groupings.map(({ key, label, groupings: inner }) => ({
    key,
    label,
    fact: factAt(key, 'T'),
    parts(second) {
      if (second === undefined) return [];
      if (levels[1]?.name === second) return inner.map((part) => ({ ...part, fact: factAt(part.key, 'T') }));
      return (others?.groupings ?? []).map((part) => ({ ...part, fact: factAt(key, part.key) }));
    },
  }));
}

function toNumber({ value }) {
  return typeof value === 'number' ? value : 0;
}
