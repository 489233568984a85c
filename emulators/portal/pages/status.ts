import { html, type Html } from '../../core/index.ts';
import type { Places } from '../places.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** How far each button moves the clock, in milliseconds. */
export const CLOCK_STEPS = { day: DAY, week: 7 * DAY };

/** Whether the service runs, and how much has arrived where. */
export function renderStatus({ sync, counts = [] }: Places): Html {
  return html`<ul class="status" aria-label="What is going on">
    <li>${renderSync(sync)}</li>
    ${counts.map(({ what, count }) => html`<li><strong>${count}</strong> ${what}</li>`)}
  </ul>`;
}

function renderSync(sync: Places['sync']): Html {
  if (sync?.state !== 'running') {
    return html`<span class="pill warn">Sync is not running</span> <code>npm start</code> runs everything.`;
  }
  const { everySeconds } = sync;
  return html`<span class="pill good">Sync is running</span>${everySeconds !== undefined && ` every ${everySeconds} s`}`;
}

/** The addresses of everything, ready to be copied. */
export function renderPlaces({ salesforce, googleSheets, vitally, slack }: Places): Html {
  const all = [
    ['Salesforce', salesforce?.url, '/lightning/page/home'],
    ['Google Sheets', googleSheets?.url, '/'],
    ['Vitally', vitally?.url, '/'],
    ['Slack', slack?.url, '/'],
  ] as const;
  return html`<dl class="places card">
    ${all.map(
      ([name, url, path]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>
            ${
              url === undefined
                ? html`<span class="pill">Not running</span>`
                : html`<a href="${url}${path}"><code>${url}</code></a>
                    <button type="button" class="plain copy" data-copy="${url}" aria-label="Copy the address of ${name}">
                      Copy
                    </button>`
            }
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** The time that all parts go by, and the way to let days pass. */
export function renderClock({ clock }: Places): Html {
  const now = clock.now();
  const daysAhead = Math.round((now.getTime() - Date.now()) / DAY);
  const ahead = daysAhead === 1 ? '1 day' : `${daysAhead} days`;
  return html`<div class="clock card">
    <p class="now"><time datetime="${now.toISOString()}">${inWords(now)}</time></p>
    <p>${daysAhead === 0 ? 'As on this machine.' : `${ahead} ahead of this machine.`} All parts go by this clock.</p>
    <form method="post" action="/clock">
      <button class="plain" name="step" value="day">1 day on</button>
      <button class="plain" name="step" value="week">1 week on</button>
    </form>
  </div>`;
}

function inWords(moment: Date): string {
  return moment.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
