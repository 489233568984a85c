/** All items of a laid-out page, those in facets included. */
export function everyItem(items) {
  return items.flatMap((item) => [item, ...Object.values(item.facets ?? {}).flatMap(everyItem)]);
}
