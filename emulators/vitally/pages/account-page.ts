import { html, renderPage, type Html } from '../../core/index.ts';
import type { Account, Trait } from '../entities.ts';
import { renderHeader, renderValue } from './account-header.ts';
import { renderDocuments, renderNotes, renderProjects, renderTasks, type Activity } from './activity.ts';
import { renderTime } from './time.ts';
import { toGroups, toLabel, type TraitGroup } from './trait-labels.ts';

const STYLES = html`<link rel="stylesheet" href="/_emulator/vitally.css" />`;

interface AccountPage {
  account: Account;
  traits: readonly Trait[];
  activity: Activity;
  portal: string | undefined;
}

/** One customer: who it is, how it does, what is to be done, what happened, and every trait. */
export function accountPage({ account, traits, activity, portal }: AccountPage): string {
  const groups = toGroups(traits);
  return renderPage({
    title: account.name,
    place: 'Vitally',
    portal,
    live: true,
    head: STYLES,
    body: html`
      <nav class="trail" aria-label="Breadcrumb"><a href="/">All accounts</a></nav>
      <div data-live>
        ${renderHeader(account, traits)}
        <div class="record">
          <div>
            ${renderTasks(activity)} ${renderProjects(activity)} ${renderDocuments(activity, traits)}
            ${renderNotes(activity)}
          </div>
          <div>
            ${groups.length === 0 && html`<p class="empty">No traits yet. The first one appears here by itself.</p>`}
            ${groups.map((group) => renderGroup(account, group))}
            <p><a href="/accounts/${account.id}/edit">Add a trait</a></p>
          </div>
        </div>
      </div>
    `,
  });
}

/** Tells that there is no such account. */
export function noAccountPage({ portal }: { portal: string | undefined }): string {
  return renderPage({
    title: 'Account not found',
    lead: 'Nothing in this workspace has that id.',
    place: 'Vitally',
    portal,
    body: html`<p><a href="/">All accounts</a></p>`,
  });
}

function renderGroup({ id }: Account, { title, traits }: TraitGroup): Html {
  return html`
    <section aria-label="${title}">
      <h2>${title}</h2>
      <div class="card traits">
        <table>
          <thead>
            <tr>
              <th scope="col">Trait</th>
              <th scope="col">Value</th>
              <th scope="col">Changed</th>
            </tr>
          </thead>
          <tbody>
            ${traits.map(
              ({ path, value, changedAt }) => html`
                <tr>
                  <th scope="row">${toLabel(path)}<code>${path}</code></th>
                  <td>${renderValue(value)}</td>
                  <td class="quiet">
                    ${renderTime(changedAt)}
                    <a href="/accounts/${id}/edit?path=${encodeURIComponent(path)}" aria-label="Edit ${toLabel(path)}"
                      >Edit</a
                    >
                  </td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </section>
  `;
}
