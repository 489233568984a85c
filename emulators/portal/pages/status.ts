import { html, type Html } from '../../core/index.ts';
import type { Places } from '../places.ts';

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
  const { everySeconds, runLogUrl } = sync;
  return html`<span class="pill good">Sync is running</span>${everySeconds !== undefined && ` every ${everySeconds} s`}${
    runLogUrl !== undefined && html` · <a href="${runLogUrl}/">Run log</a>`
  }`;
}

const SALESFORCE_PAGES = [
  { label: 'Requests', at: '/lightning/o/Implementation_Request__c/list' },
  { label: 'Reports', at: '/lightning/o/Report/home' },
  { label: 'Outbox', at: '/_emulator/outbox.html' },
  { label: 'What it does', at: '/_emulator/coverage.html' },
];

/** The addresses of everything, ready to be copied. */
export function renderPlaces({ salesforce, googleSheets, vitally, slack }: Places): Html {
  const all = [
    { name: 'Salesforce', url: salesforce?.url, path: '/lightning/page/home', more: SALESFORCE_PAGES },
    { name: 'Google Sheets', url: googleSheets?.url, path: '/', more: [] },
    { name: 'Vitally', url: vitally?.url, path: '/', more: [] },
    { name: 'Slack', url: slack?.url, path: '/', more: [] },
  ];
  return html`<dl class="places card">
    ${all.map(
      ({ name, url, path, more }) =>
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
          ${
            url !== undefined &&
            more.length > 0 &&
            html`<dd class="more">
              ${more.map(({ label, at }) => html`<a href="${url}${at}" aria-label="${name}: ${label}">${label}</a> `)}
            </dd>`
          }
        </div>`,
    )}
  </dl>`;
}
