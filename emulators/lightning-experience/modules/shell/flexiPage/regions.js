const FULL_WIDTH = ['header', 'subheader', 'top', 'footer'];

const HIGHLIGHTS = { kind: 'component', id: 'highlights', name: 'force:highlightsPanel', properties: {}, facets: {} };
const DETAILS = { kind: 'component', id: 'details', name: 'force:detailPanel', properties: {}, facets: {} };

/** What an object shows for which no page is made. */
const PLAIN_PAGE = {
  regions: [
    { name: 'header', items: [HIGHLIGHTS] },
    { name: 'main', items: [DETAILS] },
  ],
};

/** The regions of a page in rows: a header has its own, the others share one, the sidebar takes a third of it. */
export function toRows(page) {
  const regions = (page ?? PLAIN_PAGE).regions.filter(({ items }) => items.length > 0);
  const shared = regions.filter(({ name }) => !FULL_WIDTH.includes(name));
  const rows = regions.filter(({ name }) => FULL_WIDTH.includes(name)).map((region) => [region]);
  const footer = rows.findIndex(([{ name }]) => name === 'footer');
  rows.splice(footer === -1 ? rows.length : footer, 0, shared);
  return rows.filter((row) => row.length > 0).map((row) => ({ key: row[0].name, regions: row.map(toRegion) }));
}

function toRegion({ name, items }) {
  return { key: name, items, style: name.toLowerCase().includes('sidebar') ? 'region side' : 'region' };
}
