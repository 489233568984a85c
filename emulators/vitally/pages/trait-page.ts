import { html, renderPage } from '../../core/index.ts';
import type { Account } from '../entities.ts';
import { toLabel } from './trait-labels.ts';

interface TraitPage {
  account: Account;
  /** Absent: a new one. */
  path: string | undefined;
  value: unknown;
  portal: string | undefined;
}

/** Where a person corrects a trait by hand, or adds one. A page of its own, so that nothing reloads under the pen. */
export function traitPage({ account, path, value, portal }: TraitPage): string {
  const title = path === undefined ? 'Add a trait' : `Edit ${toLabel(path)}`;
  return renderPage({
    title,
    lead: account.name,
    place: 'Vitally',
    portal,
    head: html`<link rel="stylesheet" href="/_emulator/vitally.css" />`,
    body: html`
      <form class="card trait-form" method="post" action="/accounts/${account.id}/traits">
        ${
          path === undefined
            ? html`<label for="path">Path</label>
                <input id="path" name="path" required placeholder="vitally.custom.nextStep" />`
            : html`<input type="hidden" name="path" value="${path}" />
                <p class="quiet small"><code>${path}</code></p>`
        }
        <label for="value">Value</label>
        <input id="value" aria-describedby="hint" name="value" value="${typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}" />
        <p class="quiet small" id="hint">Leave it empty to remove the trait.</p>
        <p class="actions">
          <button class="primary" type="submit">Save</button>
          <a href="/accounts/${account.id}">Cancel</a>
        </p>
      </form>
    `,
  });
}
