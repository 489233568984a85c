import { html, renderPage, type Html } from '../../core/index.ts';
import type { Account, Trait } from '../entities.ts';
import { toGroups, toLabel, type TraitGroup } from './trait-labels.ts';

const STYLES = html`<link rel="stylesheet" href="/_emulator/vitally.css" />`;

interface AccountPage {
  account: Account;
  traits: readonly Trait[];
  portal: string | undefined;
}

/** One customer: who it is, how it does, and every trait with the time at which it last changed. */
export function accountPage({ account, traits, portal }: AccountPage): string {
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
        <dl class="facts card">
          ${fact('Health', renderHealth(account.healthScore))}
          ${fact('External ID', html`<code>${account.externalId}</code>`)}
          ${fact('Vitally ID', html`<code>${account.id}</code>`)} ${fact('Updated', renderTime(account.updatedAt))}
        </dl>
        ${groups.length === 0 && html`<p class="empty">No traits yet. The first one appears here by itself.</p>`}
        ${groups.map(renderGroup)}
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

/** A moment in the reader's words, with the exact one behind it. */
export function renderTime(at: string): Html {
  const words = new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return html`<time datetime="${at}">${words}</time>`;
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function renderGroup({ title, traits }: TraitGroup): Html {
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
                  <td class="quiet">${renderTime(changedAt)}</td>
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
