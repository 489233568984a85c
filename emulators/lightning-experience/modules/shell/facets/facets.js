/** All items of a laid-out page, those in facets included. */
export function everyItem(items) {
  return items.flatMap((item) => [item, ...Object.values(item.facets ?? {}).flatMap(everyItem)]);
}

/** Items that are seen at once: all but those in tabs that are not open. */
export function firstItems(items) {
  return items.flatMap((item) => [
    item,
    ...Object.entries(item.facets ?? {}).flatMap(([facet, inner]) =>
      firstItems(facet === 'tabs' ? openTab(inner) : inner),
    ),
  ]);
}

function openTab(tabs) {
  const active = tabs.filter(({ properties }) => properties?.active === 'true');
  return active.length > 0 ? active : tabs.slice(0, 1);
}
