/* Running */
export { type Emulator, type EmulatorOptions } from './emulator.ts';
export { createServer, type Server, type ServerOptions } from './server.ts';
export { LiveFeed } from './live-feed.ts';

/* Keeping */
export { openDatabase } from './database.ts';

/* Time, chance and failure */
export { VirtualClock, type Clock } from './clock.ts';
export { createRandom } from './random.ts';
export { Faults, type Fault, type FaultRule } from './faults.ts';

/* Telling */
export { RequestLog, type LoggedRequest } from './request-log.ts';
export { STATUS_WORDS, type CoverageEntry, type CoverageGroup } from './coverage.ts';
export { countsOf, coveragePage } from './coverage-page.ts';
export { html, renderPage, type Html, type PageOptions } from './page.ts';
