import type { CoverageEntry } from '../core/index.ts';

const TESTED = ['unit/emulators/portal/portal.test.ts'];

/** What the portal answers. It stands in for no vendor. */
export const coverage: readonly CoverageEntry[] = [
  { route: 'GET /', status: 'supported', testedBy: TESTED },
  { route: 'GET /act-as/:username', status: 'supported', testedBy: TESTED },
  { route: 'POST /clock', status: 'supported', testedBy: TESTED },
];
