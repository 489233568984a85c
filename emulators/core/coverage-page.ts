import { STATUS_WORDS, type CoverageEntry, type CoverageGroup } from './coverage.ts';
import { html, renderPage, type Html } from './page.ts';

/** What an emulator does, does in part and refuses, for a person to look through. */
export function coveragePage(place: string, groups: readonly CoverageGroup[], portal: string | undefined): string {
  return renderPage({
    title: 'What is here',
    lead: 'What this emulator does as the service does, what it does in part, and what it refuses.',
    place,
    portal,
    body: html`<nav aria-label="Parts">
        <ul>
          ${groups.map(({ title, entries }) => html`<li><a href="#${anchorOf(title)}">${title}</a> (${countsOf(entries)})</li>`)}
        </ul>
      </nav>
      ${groups.map(renderGroup)}`,
  });
}

function renderGroup({ title, entries }: CoverageGroup): Html {
  return html`<h2 id="${anchorOf(title)}">${title}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">How far</th>
          <th scope="col">What is missing or answered</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ({ route, status, notes }) =>
            html`<tr>
              <td>${route}</td>
              <td>${STATUS_WORDS[status]}</td>
              <td>${notes}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(/\W+/g, '-');
}

/** `12 whole, 3 in part` */
export function countsOf(entries: readonly CoverageEntry[]): string {
  return Object.entries(STATUS_WORDS)
    .map(([status, word]) => ({ word, count: entries.filter((entry) => entry.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}
