import type { Clock } from '../clock.ts';
import { hideSecrets } from '../secrets.ts';
import type { State } from '../state/index.ts';
import { renderPage } from './page.ts';
import { servePage, type PageServer } from './serve.ts';
import { summarize, type Sides } from './summary.ts';

/** Serves the run log as a page that keeps itself up to date. */
export function serveRunLog(port: number, state: State, sides: Sides, clock: Clock): Promise<PageServer> {
  return servePage(port, () => hideSecrets(renderPage(summarize(state, sides, clock.now()))));
}
