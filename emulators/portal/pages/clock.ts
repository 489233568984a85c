import { html, type Html } from '../../core/index.ts';
import type { ClockMoves } from '../clock-moves.ts';
import type { Message, Milestone, Places } from '../places.ts';

const DAY = 24 * 60 * 60 * 1000;
const MOST_SHOWN = 6;
const KINDS = { notification: 'Notification', email: 'E-mail', post: 'Post', flowError: 'Flow error' };

/** The time that all parts go by, the way to let days pass, and what passing days have brought about. */
export function renderClock(places: Places, moves: ClockMoves): Html {
  const { clock, milestones = [] } = places;
  const now = clock.now();
  const daysAhead = Math.round((now.getTime() - Date.now()) / DAY);
  const ahead = daysAhead === 1 ? '1 day' : `${daysAhead} days`;
  return html`<div class="clock card">
    <p class="now"><time datetime="${now.toISOString()}">${inWords(now)}</time></p>
    <p>${daysAhead === 0 ? 'As on this machine.' : `${ahead} ahead of this machine.`} All parts go by this clock.</p>
    <form method="post" action="/clock" class="steps-on">
      <button class="plain" name="step" value="day">1 day on</button>
      <button class="plain" name="step" value="week">1 week on</button>
    </form>
    ${
      milestones.length > 0 &&
      html`<h3>To three weeks before completion</h3>
        <p>The Technical Advisor is called in on that day, with the implementation engineer and the project manager.</p>
        <form method="post" action="/clock" class="milestones">${milestones.map(renderMilestone)}</form>`
    }
    ${renderEffect(places, moves)}
  </div>`;
}

function renderMilestone({ request, customer, targetCompletion, callOn }: Milestone): Html {
  return html`<button class="plain milestone" name="to" value="${callOn}">
    <span class="what">${request} · ${customer}</span>
    <span class="when">to ${shortly(callOn)}, completion ${shortly(targetCompletion)}</span>
  </button>`;
}

function renderEffect(places: Places, moves: ClockMoves): Html | false {
  if (moves.last === undefined) return false;
  const { from, to } = moves.last;
  const messages = moves.messages(places);
  const days = Math.round((to.getTime() - from.getTime()) / DAY);
  return html`<section class="effect" aria-label="What the last move brought about">
    <h3>${days === 1 ? '1 day' : `${days} days`} passed</h3>
    ${
      messages.length === 0
        ? html`<p>Nobody was told anything.</p>`
        : html`<p>${messages.length === 1 ? '1 message went out.' : `${messages.length} messages went out.`}</p>
            <ul>
              ${messages.slice(0, MOST_SHOWN).map(renderMessage)}
            </ul>`
    }
    ${
      places.salesforce !== undefined &&
      html`<p><a href="${places.salesforce.url}/_emulator/outbox.html">Read the outbox</a></p>`
    }
  </section>`;
}

function renderMessage({ kind, title, to }: Message): Html {
  return html`<li><span class="kind">${KINDS[kind]}</span> <span>${title}</span> <span class="to">to ${to}</span></li>`;
}

function shortly(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
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
