import { readFileSync } from 'node:fs';

/** Markup that is safe to put into a page as it stands. */
export interface Html {
  readonly markup: string;
}

type Insertable = Html | string | number | null | undefined | false | readonly Insertable[];

/** Builds markup; every inserted value is escaped unless it is markup itself. Lists are joined, blanks left out. */
export function html(parts: TemplateStringsArray, ...values: Insertable[]): Html {
  return { markup: parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part) };
}

function toMarkup(value: Insertable): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map((one) => toMarkup(one as Insertable)).join('');
  if (typeof value === 'object') return (value as Html).markup;
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export interface PageOptions {
  title: string;
  /** One line under the title. */
  lead?: string;
  /** The vendor's name, shown in the header beside Groundwork's. */
  place: string;
  /** Address of the portal. */
  portal?: string | undefined;
  body: Html;
  /** Extra elements for the head, such as a module script. */
  head?: Html;
  /** Reloads the part marked `data-live` when the emulator says that something changed. */
  live?: boolean;
  /** The body takes the whole width and height under the header, as a spreadsheet does. */
  wide?: boolean;
}

/** A whole page in the look that all of the emulators' own pages share. */
export function renderPage({ title, lead, place, portal, body, head, live, wide }: PageOptions): string {
  const home = portal ?? '/';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Groundwork</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_emulator/page.css" />
        <link rel="preload" as="font" type="font/woff2" href="/_emulator/inter.woff2" crossorigin />
        ${head}
        ${
          live === true &&
          html`<script type="module">
            ${LIVE};
          </script>`
        }
      </head>
      <body class="${wide === true && 'wide'}">
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <a class="brand" href="${home}">Groundwork</a>
          <span class="place">${place}</span>
          <span class="note">local emulator</span>
        </header>
        <main id="main">
          <div class="heading">
            <h1>${title}</h1>
            ${lead !== undefined && html`<p class="lead">${lead}</p>`}
          </div>
          ${body}
        </main>
      </body>
    </html>`.markup;
}

// Trusted source, so it is put in as markup; fetches the page again and swaps the live part, keeping scroll and focus.
const LIVE: Html = {
  markup: `
    const events = new EventSource('/_emulator/events');
    let waiting = false;
    function refresh() {
      if (waiting) return;
      waiting = true;
      setTimeout(async () => {
        waiting = false;
        const answer = await fetch(location.href);
        if (!answer.ok) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const now = document.querySelector('[data-live]');
        const next = fresh.querySelector('[data-live]');
        if (now && next && now.innerHTML !== next.innerHTML) now.innerHTML = next.innerHTML;
      }, 150);
    }
    // What changed between the answer to this page and the opening of the stream is fetched when it opens.
    events.addEventListener('open', refresh);
    events.addEventListener('change', refresh);`,
};

/** The stylesheet that `renderPage` links. */
export function pageStyles(): string {
  return readFileSync(new URL('./page.css', import.meta.url), 'utf8');
}
