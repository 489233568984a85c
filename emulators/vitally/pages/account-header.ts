import { html, type Html } from '../../core/index.ts';
import type { Account, Trait } from '../entities.ts';
import { renderTime } from './time.ts';
import { toLabel } from './trait-labels.ts';

const CUSTOM = 'vitally.custom.';
const TONES: Readonly<Record<string, string>> = { Green: 'good', Amber: 'warn', Red: 'bad' };

/** The traits that a Technical Advisor and Support look for first, in this order. */
const SHOWN = [
  'implementationEngineer',
  'implementationProjectManager',
  'implementationTargetCompletion',
  'deploymentInstanceUrl',
  'deploymentType',
  'supportTier',
].map((name) => CUSTOM + name);

/** Who the customer is, how it does and how its deployment stands, at one glance. */
export function renderHeader(account: Account, traits: readonly Trait[]): Html {
  const valueOf = (path: string): unknown => traits.find((trait) => trait.path === path)?.value;
  const churnedAt = valueOf('churnedAt');
  const health = valueOf(`${CUSTOM}implementationHealth`);
  return html`<div class="card header">
    <dl class="facts">
      ${fact('Health', renderHealth(account.healthScore))}
      ${typeof churnedAt === 'string' && fact('Churned', html`<span class="pill bad">${churnedAt}</span>`)}
      ${fact('Implementation', renderImplementation(traits))}
      ${
        typeof health === 'string' &&
        fact('Implementation health', html`<span class="pill ${TONES[health] ?? ''}">${health}</span>`)
      }
      ${SHOWN.filter((path) => valueOf(path) !== undefined).map((path) => fact(toLabel(path), renderValue(valueOf(path))))}
    </dl>
    <dl class="facts ids">
      ${fact('External ID', html`<code>${account.externalId}</code>`)}
      ${fact('Vitally ID', html`<code>${account.id}</code>`)} ${fact('Updated', renderTime(account.updatedAt))}
    </dl>
  </div>`;
}

/** The score as a pill: good from 7, bad below 4. */
export function renderHealth(score: number | null): Html {
  if (score === null) return html`<span class="pill">Not scored</span>`;
  const tone = score >= 7 ? 'good' : score < 4 ? 'bad' : 'warn';
  return html`<span class="pill ${tone}">${score.toFixed(1)} of 10</span>`;
}

/** The customer's leading request and its status, as far as the traits tell. */
export function renderImplementation(traits: readonly Trait[]): Html {
  const find = (name: string): string | undefined => {
    const value = traits.find(({ path }) => path === CUSTOM + name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const request = find('implementationRequest');
  if (request === undefined) return html`<span class="quiet">No implementation request</span>`;
  const status = find('implementationRequestStatus');
  return html`<strong>${request}</strong> ${status !== undefined && html`<span class="pill">${status}</span>`}`;
}

/** A trait's value; a web address is a link. */
export function renderValue(value: unknown): Html {
  if (typeof value === 'string' && /^https?:\/\//.test(value)) return html`<a href="${value}">${value}</a>`;
  if (Array.isArray(value)) return html`${value.map(String).join(', ')}`;
  return html`${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
