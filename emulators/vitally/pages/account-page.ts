import { html, renderPage, type Html } from '../../core/index.ts';
import type { Account, Trait } from '../entities.ts';
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
  const churnedAt = traits.find(({ path }) => path === 'churnedAt')?.value;
  return renderPage({
    title: account.name,
    place: 'Vitally',
    portal,
    live: true,
    head: STYLES,
    body: html`
      <nav class="trail" aria-label="Breadcrumb"><a href="/">All accounts</a></nav>
      <div data-live>
        <dl class="facts card">
          ${fact('Health', renderHealth(account.healthScore))}
          ${typeof churnedAt === 'string' && fact('Churned', html`<span class="pill bad">${churnedAt}</span>`)}
          ${fact('External ID', html`<code>${account.externalId}</code>`)}
          ${fact('Vitally ID', html`<code>${account.id}</code>`)} ${fact('Updated', renderTime(account.updatedAt))}
        </dl>
        ${renderTasks(activity)} ${renderProjects(activity)} ${renderDocuments(activity, traits)} ${renderNotes(activity)}
        ${groups.length === 0 && html`<p class="empty">No traits yet. The first one appears here by itself.</p>`}
        ${groups.map((group) => renderGroup(account, group))}
        <p><a href="/accounts/${account.id}/edit">Add a trait</a></p>
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

/** The score as a pill: good from 7, bad below 4. */
export function renderHealth(score: number | null): Html {
  if (score === null) return html`<span class="pill">Not scored</span>`;
  const tone = score >= 7 ? 'good' : score < 4 ? 'bad' : 'warn';
  return html`<span class="pill ${tone}">${score.toFixed(1)} of 10</span>`;
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
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

function renderValue(value: unknown): Html {
  if (typeof value === 'string' && /^https?:\/\//.test(value)) return html`<a href="${value}">${value}</a>`;
  if (Array.isArray(value)) return html`${value.map(String).join(', ')}`;
  return html`${typeof value === 'string' ? value : JSON.stringify(value)}`;
}
