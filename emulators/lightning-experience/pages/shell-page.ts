import { html } from '../../core/index.ts';
import type { FirstRequests } from './preloads.ts';

const FONT = '/lightning/_assets/font/inter-latin-wght-normal.woff2';

/** The page around the components: SLDS, the font, where the bundle is, and what it will ask for first. */
export function shellPage(options: { bundle: string; first: FirstRequests; portal: string | undefined }): string {
  const { modules, data } = options.first;
  const files = `/lightning/_assets/app/${options.bundle}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Lightning Experience</title>
        <link rel="icon" href="data:," />
        <link
          data-slds
          rel="stylesheet"
          href="/lightning/_assets/slds/styles/salesforce-lightning-design-system.min.css"
        />
        <link rel="stylesheet" href="/lightning/_assets/page.css" />
        <link rel="preload" as="font" type="font/woff2" href="${FONT}" crossorigin />
        ${data.map((address) => html`<link rel="preload" as="fetch" href="${address}" crossorigin />`)}
        ${modules.map((file) => html`<link rel="modulepreload" href="${files}/${file}" />`)}
      </head>
      <body class="slds-scope" data-portal="${options.portal ?? ''}">
        <div id="app">
          <p class="loading" role="status">Loading…</p>
        </div>
        <script type="module" src="${files}/main.js"></script>
      </body>
    </html>`.markup;
}
