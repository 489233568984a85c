import type { FastifyInstance } from 'fastify';
import { html, renderPage, type EmulatorOptions, type Html } from '../../core/index.ts';
import type { OutboxEntry } from '../automation/index.ts';
import type { Org } from '../org.ts';

const KINDS = { notification: 'Notification', email: 'E-mail', post: 'Post', flowError: 'Flow error' };

/** What flows have sent, for programs and for people. On the platform it would have left the org. */
export function outboxRoutes(app: FastifyInstance, org: Org, portal: EmulatorOptions['portal']): void {
  app.get<{ Querystring: { since?: string } }>('/_emulator/outbox', (request, reply) => {
    const { since = '0' } = request.query;
    if (!/^\d{1,15}$/.test(since)) {
      return reply.code(400).send({ error: `since: expected the id of a message, got ${since}` });
    }
    return { messages: org.messagesSince(Number(since)) };
  });
  app.get('/_emulator/outbox.html', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderOutbox(org.messagesSince(0).toReversed(), portal?.())),
  );
}

function renderOutbox(messages: OutboxEntry[], portal: string | undefined): string {
  const body = html`<div data-live>
    ${messages.length === 0 ? html`<p>Nothing has been sent yet.</p>` : renderTable(messages)}
  </div>`;
  const lead = 'Notifications, e-mails and posts that the flows of this org have sent, the latest first.';
  return renderPage({ title: 'Outbox', lead, place: 'Salesforce', portal, body, live: true });
}

function renderTable(messages: OutboxEntry[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Sent</th>
        <th scope="col">Kind</th>
        <th scope="col">To</th>
        <th scope="col">Message</th>
      </tr>
    </thead>
    <tbody>
      ${messages.map(renderRow)}
    </tbody>
  </table>`;
}

function renderRow({ at, kind, recipients, title, body, targetId }: OutboxEntry): Html {
  const subject = title === '' ? body : title;
  return html`<tr>
    <td><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></td>
    <td>${KINDS[kind]}</td>
    <td>${recipients.map(({ name }) => name).join(', ')}</td>
    <td>
      ${targetId === null ? subject : html`<a href="/lightning/r/${targetId}/view">${subject}</a>`}${title !== '' && html`<br />${body}`}
    </td>
  </tr>`;
}
