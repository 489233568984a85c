import { html, type Html } from '../../core/index.ts';

/** A day, or a moment, in the reader's words with the exact one behind it. */
export function renderTime(at: string): Html {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const words = /^\d{4}-\d{2}-\d{2}$/.test(at)
    ? new Date(`${at}T00:00:00Z`).toLocaleDateString('en-GB', { ...day, timeZone: 'UTC' })
    : new Date(at).toLocaleString('en-GB', { ...day, hour: '2-digit', minute: '2-digit' });
  return html`<time datetime="${at}">${words}</time>`;
}
