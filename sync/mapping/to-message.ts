import type { BacklogEntry } from './backlog-entry.ts';
import { escapeText, plainText } from './slack-text.ts';
import { bandOf } from './story.ts';

/** A message with Block Kit blocks; `text` is what notifications and screen readers say. */
export interface Message {
  text: string;
  blocks: Record<string, unknown>[];
}

/** Longest header and text of a field that Block Kit takes, and longest text for a notification that makes sense. */
const HEADER = 150;
const FIELD = 2000;
const NOTICE = 3000;

/** What the channel is told of a request. Texts from the record are plain, or escaped: none can mention anybody. */
export function toMessage(entry: BacklogEntry): Message {
  const customer = entry.accountName ?? 'Unknown customer';
  const type = entry.requestType?.label ?? 'Implementation request';
  const facts = [
    ['Status', entry.status?.label],
    ['Priority', bandOf(entry)],
    ['Strategy', entry.strategy?.label],
    ['Expected method', entry.method?.label],
    ['Expected provider', entry.provider?.label],
    ['AE', entry.accountExecutive],
    ['CE', entry.customerEngineer],
  ].flatMap(([name, value]) => (value === undefined || value === null ? [] : [`${String(name)}: ${value}`]));
  const link = `<${entry.url}|${escapeText(entry.number)}>`;
  return {
    text: `${link} ${escapeText(`${customer}: ${type} · ${entry.status?.label ?? ''}`, NOTICE)}`,
    blocks: [
      { type: 'header', text: plainText(`${customer}: ${type}`, HEADER) },
      { type: 'section', text: { type: 'mrkdwn', text: `${link} in Salesforce`, verbatim: true } },
      ...(facts.length === 0 ? [] : [{ type: 'section', fields: facts.map((fact) => plainText(fact, FIELD)) }]),
    ],
  };
}
