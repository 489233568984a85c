import type { BacklogEntry } from './backlog-entry.ts';

/** A message with Block Kit blocks; `text` is what notifications and screen readers say. */
export interface Message {
  text: string;
  blocks: Record<string, unknown>[];
}

/** Longest header, and longest text of a field, that Block Kit takes. */
const HEADER = 150;
const FIELD = 2000;

/** What the channel is told of a request. Texts from the record are plain, or escaped: none can mention anybody. */
export function toMessage(entry: BacklogEntry): Message {
  const customer = entry.accountName ?? 'Unknown customer';
  const type = entry.requestType?.label ?? 'Implementation request';
  const facts = [
    ['Status', entry.status?.label],
    ['Strategy', entry.strategy?.label],
    ['Expected method', entry.method?.label],
    ['Expected provider', entry.provider?.label],
    ['AE', entry.accountExecutive],
    ['CE', entry.customerEngineer],
  ].flatMap(([name, value]) => (value === undefined || value === null ? [] : [`${String(name)}: ${value}`]));
  return {
    text: `<${entry.url}|${escape(entry.number)}> ${escape(`${customer}: ${type} · ${entry.status?.label ?? ''}`)}`,
    blocks: [
      { type: 'header', text: plain(`${customer}: ${type}`, HEADER) },
      { type: 'section', text: { type: 'mrkdwn', text: `<${entry.url}|${escape(entry.number)}> in Salesforce` } },
      ...(facts.length === 0 ? [] : [{ type: 'section', fields: facts.map((fact) => plain(fact, FIELD)) }]),
    ],
  };
}

function plain(text: string, longest: number): Record<string, unknown> {
  const shown = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return { type: 'plain_text', text: shown, emoji: false };
}

/** See https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
