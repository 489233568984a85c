import type { CoverageEntry } from '../core/index.ts';

/** What this emulator serves and what it refuses. A test holds it against the routes really registered. */
export const COVERAGE: CoverageEntry[] = [];
