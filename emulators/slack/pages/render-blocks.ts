import { html, type Html } from '../../core/index.ts';
import { KnownBlock, type Button, type Image, type Overflow, type Select, type TextObject } from '../block-shapes.ts';
import type { Block } from '../entities.ts';
import { renderMarkdown, renderPlain } from './render-text.ts';

/** The blocks of a message, one below the other. */
export function renderBlocks(blocks: readonly Block[]): Html {
  return html`${blocks.map((block) => renderBlock(KnownBlock.parse(block)))}`;
}

function renderBlock(block: KnownBlock): Html {
  switch (block.type) {
    case 'header':
      return html`<p class="block-header">${renderPlain(block.text.text)}</p>`;
    case 'divider':
      return html`<hr />`;
    case 'context':
      return html`<p class="block-context">${block.elements.map(renderElement)}</p>`;
    case 'actions':
      return html`<p class="block-actions">${block.elements.map(renderElement)}</p>`;
    case 'image':
      return html`<p>${block.title && html`<strong>${renderPlain(block.title.text)}</strong> `}${renderElement(block)}</p>`;
    // Markdown proper is another language than Slack's own: it is shown as it was written.
    case 'markdown':
      return html`<p>${renderPlain(block.text)}</p>`;
    case 'section':
      return html`<div class="block-section">
        <div>
          ${block.text && html`<p>${renderTextObject(block.text)}</p>`}
          ${
            block.fields &&
            html`<div class="block-fields">${block.fields.map((field) => html`<p>${renderTextObject(field)}</p>`)}</div>`
          }
        </div>
        ${block.accessory && html`<p class="block-accessory">${renderElement(block.accessory)}</p>`}
      </div>`;
  }
}

function renderElement(element: Button | Select | Overflow | Pick<Image, 'type' | 'alt_text'> | TextObject): Html {
  if (element.type === 'button') return renderButton(element);
  if (element.type === 'static_select')
    return renderChoice((element.initial_option?.text ?? element.placeholder)?.text ?? 'Choose');
  if (element.type === 'overflow') return renderChoice('More');
  if (element.type === 'image') return html`<span class="picture">${element.alt_text}</span>`;
  return html`<span>${renderTextObject(element)}</span>`;
}

function renderTextObject({ type, text }: TextObject): Html {
  return type === 'mrkdwn' ? renderMarkdown(text) : renderPlain(text);
}

/** A choice tells an app, too. */
function renderChoice(label: string): Html {
  return html`<button type="button" class="plain" disabled>${renderPlain(label)} …</button>`;
}

/** A button with an address opens it; one without tells an app, and there is none here to be told. */
function renderButton({ text, url, style }: Button): Html {
  const tone = style === undefined ? 'plain' : style;
  if (url !== undefined && /^https?:\/\//.test(url)) {
    return html`<a class="button ${tone}" href="${url}">${renderPlain(text.text)}</a>`;
  }
  return html`<button type="button" class="${tone}" disabled>${renderPlain(text.text)}</button>`;
}
