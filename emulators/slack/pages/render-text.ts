import { html, type Html } from '../../core/index.ts';

// Code spans, what stands in angle brackets, and the three kinds of emphasis, whichever comes first.
const TOKEN =
  /```(?<fence>[\s\S]+?)```|`(?<code>[^`\n]+)`|<(?<control>[^<>\n]+)>|(?<![\w*])\*(?<bold>[^*\n]+)\*(?![\w*])|(?<![\w])_(?<italic>[^_\n]+)_(?![\w])|(?<![\w~])~(?<strike>[^~\n]+)~(?![\w~])/;

const PINGS = ['channel', 'here', 'everyone'];

/** Slack's own markup as a reader sees it. A ping of many people is shown as such, so that none passes unseen. */
export function renderMarkdown(text: string): Html {
  const match = TOKEN.exec(text);
  if (match?.groups === undefined) return renderPlain(text);
  const { fence, code, control, bold, italic, strike } = match.groups;
  const before = renderPlain(text.slice(0, match.index));
  const after = renderMarkdown(text.slice(match.index + match[0].length));
  let token: Html;
  if (fence !== undefined) token = html`<pre>${decode(fence)}</pre>`;
  else if (code !== undefined) token = html`<code>${decode(code)}</code>`;
  else if (control !== undefined) token = renderControl(control);
  else if (bold !== undefined) token = html`<strong>${renderMarkdown(bold)}</strong>`;
  else if (italic !== undefined) token = html`<em>${renderMarkdown(italic)}</em>`;
  else token = html`<s>${renderMarkdown(strike ?? '')}</s>`;
  return html`${before}${token}${after}`;
}

/** Text without markup: the three escapes are undone, lines stay lines. */
export function renderPlain(text: string): Html {
  return html`${decode(text)
    .split('\n')
    .map((line, index) => html`${index > 0 && html`<br />`}${line}`)}`;
}

/** Whether this markup calls many people at once. */
export function hasPing(text: string): boolean {
  return [...text.matchAll(/<!([a-z]+)(?:[|^][^>]*)?>/g)].some(([, name = '']) => isPing(name));
}

/** Slack escapes these three only, see https://docs.slack.dev/messaging/formatting-message-text. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function renderControl(control: string): Html {
  const bar = control.indexOf('|');
  const target = bar < 0 ? control : control.slice(0, bar);
  const label = bar < 0 ? undefined : decode(control.slice(bar + 1));
  if (target.startsWith('!')) {
    const name = target.slice(1).split('^')[0] ?? '';
    if (isPing(name)) return html`<mark class="ping" title="Notifies many people">@${label ?? name}</mark>`;
    return html`${label ?? `<${control}>`}`;
  }
  if (target.startsWith('@') || target.startsWith('#')) {
    return html`<span class="mention">${target.charAt(0)}${label ?? target.slice(1)}</span>`;
  }
  if (/^(https?|mailto):/.test(target)) return html`<a href="${decode(target)}">${label ?? decode(target)}</a>`;
  return renderPlain(`<${control}>`);
}

function isPing(name: string): boolean {
  return PINGS.includes(name) || name === 'subteam';
}
