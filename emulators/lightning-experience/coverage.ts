import type { CoverageEntry } from '../core/index.ts';

const ROUTES = ['unit/emulators/lightning-experience/mount.test.ts'];

/** What of Lightning Experience there is. */
export const coverage: CoverageEntry[] = [
  { route: 'GET /lightning', status: 'supported', testedBy: ROUTES },
  {
    route: 'GET /lightning/page/home',
    status: 'partial',
    testedBy: ROUTES,
    notes: 'Links to the lists; no home FlexiPage.',
  },
  {
    route: 'GET /lightning/o/:object/list',
    status: 'partial',
    testedBy: ROUTES,
    notes: 'One list of all records, at most 200; no list views, no actions.',
  },
  {
    route: 'GET /lightning/o/:object/home',
    status: 'partial',
    testedBy: ROUTES,
    notes: 'Every report and dashboard, for Report and Dashboard; the list for other objects.',
  },
  {
    route: 'GET /lightning/r/:object/:id/view',
    status: 'partial',
    testedBy: ROUTES,
    notes:
      'Laid out from the FlexiPage. Sections are edited one at a time; lookups are not edited; no actions. Reports and dashboards as tables, numbers and bars whatever their chart; not edited.',
  },
  { route: 'GET /lightning/r/:id(^[a-zA-Z0-9]{15,18}$)/view', status: 'supported', testedBy: ROUTES },
  { route: 'GET /:id(^[a-zA-Z0-9]{15,18}$)', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_login', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_app', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_page/:object(^\\w+$)', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/page.css', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/slds/*', status: 'supported', testedBy: ROUTES },
  { route: 'GET /lightning/_assets/font/*', status: 'supported', testedBy: ROUTES },
  {
    route: 'GET /lightning/_assets/app/:bundle(^[0-9a-f]{16}$)/:file(^[\\w.-]+[.]js$)',
    status: 'supported',
    testedBy: ROUTES,
  },
];
