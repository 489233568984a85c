import { html, type Html } from '../../core/index.ts';
import type { Trait, WorkspaceRecord } from '../entities.ts';
import { ADMINS, INTEGRATION_ID } from '../workspace.ts';
import { renderTime } from './time.ts';
import { toLabel } from './trait-labels.ts';

/** What happened with a customer and what is to be done, newest first. */
export interface Activity {
  accountId: string;
  notes: readonly WorkspaceRecord[];
  tasks: readonly WorkspaceRecord[];
  projects: readonly WorkspaceRecord[];
}

/** The notes as a timeline. Their markup was stripped when they were written. */
export function renderNotes({ notes }: Activity): Html {
  return section(
    'Timeline',
    notes.length === 0
      ? html`<p class="empty">No notes yet.</p>`
      : html`<ol class="timeline">
          ${notes.map(
            ({ id, fields }) => html`
              <li class="card note" id="note-${id}">
                <div class="heading">
                  <h3>${textOf(fields['subject']) ?? 'Note'}</h3>
                  <p class="quiet small">${renderTime(String(fields['noteDate']))}${author(fields['authorId'])}</p>
                </div>
                <div class="prose">${{ markup: String(fields['note']) }}</div>
              </li>
            `,
          )}
        </ol>`,
  );
}

/** Tasks, what is still to be done on top, each with a button that ticks it. */
export function renderTasks({ accountId, tasks }: Activity): Html {
  const open = tasks.filter(({ fields }) => fields['completedAt'] == null);
  const done = tasks.filter(({ fields }) => fields['completedAt'] != null);
  const sorted = [...open.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b))), ...done];
  return section(
    'Tasks',
    tasks.length === 0
      ? html`<p class="empty">Nothing to do.</p>`
      : html`<ul class="cards tasks">
          ${sorted.map((task) => renderTask(accountId, task))}
        </ul>`,
  );
}

export function renderProjects({ projects }: Activity): Html | false {
  if (projects.length === 0) return false;
  return section(
    'Projects',
    html`<ul class="cards">
      ${projects.map(
        ({ fields }) => html`
          <li class="card">
            <h3>${textOf(fields['name']) ?? 'Project'}</h3>
            <p class="quiet">
              ${textOf(fields['targetStartDate']) ?? 'No start date'} to
              ${textOf(fields['targetCompletionDate']) ?? 'no target date'}
            </p>
          </li>
        `,
      )}
    </ul>`,
  );
}

/** Every link that a note or a trait holds, once. */
export function renderDocuments({ notes }: Activity, traits: readonly Trait[]): Html | false {
  const links = new Map<string, string>();
  for (const { path, value } of traits) {
    if (typeof value === 'string' && /^https?:\/\//.test(value)) links.set(value, toLabel(path));
  }
  for (const { fields } of notes) {
    for (const [, href = '', text = ''] of String(fields['note']).matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/g)) {
      links.set(unescapeOnce(href), unescapeOnce(text.replaceAll(/<[^>]*>/g, '')));
    }
  }
  if (links.size === 0) return false;
  return section(
    'Documents and links',
    html`<ul class="documents card">
      ${[...links].map(
        ([href, text]) =>
          html`<li><a href="${href}">${text === '' ? href : text}</a> <span class="quiet small">${hostOf(href)}</span></li>`,
      )}
    </ul>`,
  );
}

function renderTask(accountId: string, { id, fields }: WorkspaceRecord): Html {
  const completedAt = textOf(fields['completedAt']);
  const assignee = ADMINS.find((admin) => admin.id === fields['assignedToId']);
  const name = textOf(fields['name']) ?? 'Task';
  return html`
    <li class="card">
      <h3>${name}</h3>
      <p class="quiet">
        ${completedAt === undefined ? html`<span class="pill warn">Open</span>` : html`<span class="pill good">Done</span>`}
        ${textOf(fields['dueDate']) === undefined ? 'no due date' : `due ${String(fields['dueDate']).slice(0, 10)}`}
        ${assignee && `· ${assignee.name}`}
      </p>
      ${textOf(fields['description']) !== undefined && html`<div class="prose">${{ markup: String(fields['description']) }}</div>`}
      ${
        completedAt === undefined &&
        html`<form method="post" action="/accounts/${accountId}/tasks/${id}/complete">
          <button type="submit" aria-label="Mark as done: ${name}">Mark as done</button>
        </form>`
      }
    </li>
  `;
}

function section(title: string, content: Html): Html {
  return html`<section aria-label="${title}">
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** Where a link leads. */
function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : '';
}

function author(id: unknown): string {
  if (id === INTEGRATION_ID) return ' · by the API';
  const name = ADMINS.find((admin) => admin.id === id)?.name;
  return name === undefined ? '' : ` · ${name}`;
}

function dueOf({ fields }: WorkspaceRecord): string {
  return textOf(fields['dueDate']) ?? '~';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What `html` will escape again. */
function unescapeOnce(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
