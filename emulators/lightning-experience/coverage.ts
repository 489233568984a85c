import type { CoverageEntry } from '../core/index.ts';

const ROUTES = ['unit/emulators/lightning-experience/mount.test.ts'];
const PAGES = [...ROUTES, 'end-to-end/lightning-experience.pages.test.ts'];

/** What of Lightning Experience there is. */
export const coverage: CoverageEntry[] = [
  { route: 'GET /lightning', status: 'supported', testedBy: ROUTES },
  {
    route: 'GET /lightning/page/home',
    status: 'partial',
    testedBy: ROUTES,
    notes:
      'The home page that the app assigns; without one, links to the lists. Assignment to profiles is passed over.',
  },
  {
    route: 'GET /lightning/search',
    status: 'partial',
    testedBy: PAGES,
    notes: 'Records of the objects that have a tab in the app, by any of their words. Not files, people or reports.',
  },
  {
    route: 'GET /lightning/o/:object/list',
    status: 'partial',
    testedBy: ROUTES,
    notes:
      'Deployed list views with columns, order and pages. Standard objects: all records, at most 200. No inline edit.',
  },
  {
    route: 'GET /lightning/o/:object/home',
    status: 'partial',
    testedBy: ROUTES,
    notes: 'Every report and dashboard, for Report and Dashboard; the list for other objects.',
  },
  {
    route: 'GET /lightning/o/:object/new',
    status: 'partial',
    testedBy: PAGES,
    notes:
      'The page layout’s fields, with default field values. The record type is chosen where there are several; one layout per object.',
  },
  { route: 'GET /lightning/r/:object/:id/edit', status: 'partial', testedBy: PAGES, notes: 'As for a new record.' },
  {
    route: 'GET /lightning/r/:object/:id/related/:relatedListId/view',
    status: 'partial',
    testedBy: PAGES,
    notes: 'At most 249 records; not sorted.',
  },
  { route: 'GET /lightning/n/:tab', status: 'partial', testedBy: ROUTES, notes: 'Tabs of Lightning pages.' },
  {
    route: 'GET /lightning/r/:object/:id/view',
    status: 'partial',
    testedBy: ROUTES,
    notes:
      'Laid out from the FlexiPage. Sections are edited one at a time; deleted after a question; no quick actions, no cloning. Reports and dashboards as tables, numbers and bars whatever their chart; not edited.',
  },
  { route: 'GET /lightning/r/:id(^[a-zA-Z0-9]{15,18}$)/view', status: 'supported', testedBy: ROUTES },
  { route: 'GET /:id(^[a-zA-Z0-9]{15,18}$)', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_login', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_app', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_page/:object(^\\w+$)', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_home', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_tab/:tab(^\\w+$)', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/slds2.css', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/page.css', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/slds/*', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/font/*', status: 'supported', testedBy: ROUTES },
  {
    route: 'GET /lightning/_assets/app/:bundle(^[0-9a-f]{16}$)/:file(^[\\w.-]+[.]js$)',
    status: 'supported',
    testedBy: ROUTES,
  },
];
