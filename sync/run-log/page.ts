import type { CycleRecord } from '../state/index.ts';
import { markup, type Markup } from './markup.ts';
import { SCRIPT, STYLE } from './page-assets.ts';
import type { Progress, Side, Summary } from './summary.ts';

/** The run log as a page: what goes on now, what waits, and what the last cycles did. */
export function renderPage(summary: Summary): string {
  const { salesforce, sheet, vitally, slack, cycles, now } = summary;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Run log · Groundwork</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><span class="brand">Groundwork</span> <span class="place">Run log</span></header>
<main>
<h1>Run log</h1>
<p class="lead">What the service does between Salesforce, the backlog spreadsheet, Vitally and Slack, cycle by cycle.</p>
<div data-live>
<p class="now">${headline(summary)} <span class="quiet">As of ${moment(now)}.</span></p>
<ul class="sides" aria-label="What it works with">
${side(salesforce, [bar('Requests read', salesforce.reading), share(salesforce.usage)])}
${side(sheet, [bar('Rows in the backlog', sheet.rows.done < sheet.rows.total ? sheet.rows : undefined), line(`${count(sheet.rows.done, 'row')} in the backlog`)])}
${side(vitally, [vitally.absent.length > 0 ? line(`${count(vitally.absent.length, 'customer')} without an account there`) : undefined])}
${side(slack, [])}
</ul>
${absent(vitally.absent)}
<h2 id="cycles">Last cycles</h2>
${table(cycles)}
</div>
</main>
<script type="module">${SCRIPT}</script>
</body>
</html>`.text;
}

function headline({ cycles, salesforce, sheet, vitally, slack }: Summary): Markup {
  const failing = [salesforce, sheet, vitally, slack].filter(({ condition }) => condition.kind === 'failing');
  if (failing.length > 0)
    return markup`<strong>Trouble with ${failing.map(({ name }) => name).join(' and ')}.</strong>`;
  const [last] = cycles;
  if (last === undefined) return markup`<strong>No cycle has ended yet.</strong>`;
  return markup`<strong>All works.</strong> The last cycle began at ${moment(new Date(last.startedAt))} and took ${last.durationMs} ms.`;
}

const PILLS = {
  works: markup`<span class="pill good">Works</span>`,
  off: markup`<span class="pill">Off</span>`,
  failing: markup`<span class="pill bad">Fails</span>`,
};

function side({ name, condition, calls, queue }: Side, facts: (Markup | undefined)[]): Markup {
  if (condition.kind === 'off')
    return markup`<li><h2>${name} ${PILLS.off}</h2><p>The settings do not ask for it.</p></li>`;
  const { waiting = 0, putOff = 0 } = queue ?? {};
  return markup`<li><h2>${name} ${PILLS[condition.kind]}</h2>
${condition.kind === 'failing' ? markup`<p class="bad">${condition.message}</p><p>Since ${moment(new Date(condition.since))}.</p>` : undefined}
${facts}
<p>${count(calls, 'call')} in the last hour.</p>
${waiting > putOff ? line(`${number(waiting - putOff)} to be looked at`) : undefined}
${putOff > 0 ? line(`${number(putOff)} to be looked at again later`) : undefined}
</li>`;
}

function line(text: string): Markup {
  return markup`<p>${text}.</p>`;
}

/** How far a first load, or a comparison of everything, has come. */
function bar(label: string, progress: Progress | undefined): Markup | undefined {
  if (progress === undefined) return undefined;
  const { done, total } = progress;
  return markup`<div class="bar"><label>${label}: ${number(done)} of ${number(total)}<progress value="${done}" max="${total}"></progress></label></div>`;
}

function share(usage: Progress | undefined): Markup | undefined {
  if (usage === undefined) return undefined;
  const { done, total } = usage;
  const percent = Math.round((done / total) * 1000) / 10;
  return markup`<div class="bar"><label>${number(done)} of the org’s ${number(total)} daily calls are used, by whomever: ${percent} %<meter value="${done}" max="${total}" high="${total * 0.8}"></meter></label></div>`;
}

function absent(customers: Summary['vitally']['absent']): Markup | undefined {
  if (customers.length === 0) return undefined;
  return markup`<h2>Waiting for their account in Vitally</h2>
<ul class="plain">${customers.map(({ id, name, since }) => markup`<li>${name ?? id} <span class="quiet">since ${moment(since)}</span></li>`)}</ul>`;
}

const HEADERS = ['Took', 'Changes', 'Rows', 'Edits', 'Refused', 'Conflicts', 'Customers', 'Messages'];
const CALLS = ['Salesforce', 'Sheets', 'Vitally', 'Slack'];
const WIDTH = 1 + HEADERS.length + CALLS.length;

function table(cycles: readonly CycleRecord[]): Markup {
  if (cycles.length === 0) return markup`<p class="empty">The first cycle is under way.</p>`;
  return markup`<div class="scroll" role="region" aria-labelledby="cycles" tabindex="0"><table>
<thead><tr><th scope="col" rowspan="2">Began, UTC</th>${HEADERS.map((header) => markup`<th scope="col" rowspan="2">${header}</th>`)}<th scope="colgroup" colspan="${CALLS.length}">Calls</th></tr>
<tr>${CALLS.map((side) => markup`<th scope="col">${side}</th>`)}</tr></thead>
<tbody>${cycles.map(row)}</tbody>
</table></div>`;
}

function row(cycle: CycleRecord): Markup {
  const { salesforce, sheetReads, sheetWrites, vitally, slack } = cycle.calls;
  const { records, rows, edits, refusals, conflicts, traits, messages } = cycle;
  const did = [records, rows, edits, refusals, conflicts, traits, messages];
  const calls = [salesforce, sheetReads + sheetWrites, vitally, slack];
  const failures = Object.entries(cycle.failures);
  return markup`<tr><th scope="row">${timeOfDay(cycle.startedAt)}</th><td>${number(cycle.durationMs)} ms</td>
${[...did, ...calls].map((one) => markup`<td class="${one === 0 ? 'none' : 'some'}">${number(one)}</td>`)}</tr>
${failures.map(([part, message]) => markup`<tr><td class="bad" colspan="${WIDTH}">${part}: ${message}</td></tr>`)}`;
}

function count(amount: number, what: string): string {
  return `${number(amount)} ${what}${amount === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

function moment(at: Date): Markup {
  const iso = at.toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

/** Cycles of the last days stand in their order, so the time of day tells one from another. */
function timeOfDay(iso: string): Markup {
  return markup`<time datetime="${iso}">${iso.slice(11, 19)}</time>`;
}
