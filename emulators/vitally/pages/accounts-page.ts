import { html, renderPage, type Html } from '../../core/index.ts';
import type { Account, Trait } from '../entities.ts';
import { renderHealth, renderImplementation } from './account-header.ts';
import { renderTime } from './time.ts';

interface Entry {
  account: Account;
  traits: readonly Trait[];
}

/** Every account, the one that changed last on top, and what is known of its implementation. */
export function accountsPage({ accounts, portal }: { accounts: Entry[]; portal: string | undefined }): string {
  return renderPage({
    title: 'Accounts',
    lead: 'The customers that Technical Advisors and Support look after. An implementation request shows up as traits.',
    place: 'Vitally',
    portal,
    live: true,
    head: html`<link rel="stylesheet" href="/_emulator/vitally.css" />`,
    body: html`
      <div data-live class="accounts">
        ${accounts.length === 0 && html`<p class="empty">No accounts yet.</p>`}
        ${accounts.length > 0 && html`<ul class="cards">${accounts.map(renderEntry)}</ul>`}
      </div>
    `,
  });
}

function renderEntry({ account, traits }: Entry): Html {
  return html`
    <li class="card">
      <h2><a href="/accounts/${account.id}">${account.name}</a></h2>
      <p>Health ${renderHealth(account.healthScore)}</p>
      <p>${renderImplementation(traits)}</p>
      <p class="quiet small">Updated ${renderTime(account.updatedAt)}</p>
    </li>
  `;
}
