import { html, renderPage } from '../../core/index.ts';
import type { ClockMoves } from '../clock-moves.ts';
import type { Places } from '../places.ts';
import { renderClock } from './clock.ts';
import { renderPeople } from './people.ts';
import { renderPlaces, renderStatus } from './status.ts';
import { renderSteps } from './steps.ts';

/** The newcomer's first page: what to try, whom to act as, where everything is and what time it is there. */
export function portalPage(places: Places, moves: ClockMoves): string {
  return renderPage({
    title: 'From Opportunity to backlog in four steps',
    lead: 'File an implementation request in Salesforce and watch it reach the backlog, Vitally and Slack. Everything runs on this machine.',
    place: 'Start',
    live: true,
    head: html`
      <link rel="stylesheet" href="/_emulator/portal.css" />
      <script type="module" src="/_emulator/portal.js"></script>
    `,
    body: html`
      <div data-live>
        ${renderStatus(places)} ${renderSteps(places)}
        <h2 id="people">Act as</h2>
        ${renderPeople(places)}
        <div class="columns">
          <section aria-labelledby="places">
            <h2 id="places">Places</h2>
            ${renderPlaces(places)}
          </section>
          <section aria-labelledby="clock">
            <h2 id="clock">Clock</h2>
            ${renderClock(places, moves)}
          </section>
        </div>
      </div>
      <p class="copied" role="status"></p>
    `,
  });
}
