import { html } from '../../core/index.ts';

/** The page around the components: SLDS, the font, and where the bundle is. */
export function shellPage(options: { bundle: string; portal: string | undefined }): string {
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
      </head>
      <body class="slds-scope" data-portal="${options.portal ?? ''}">
        <div id="app">
          <p class="loading" role="status">Loading…</p>
        </div>
        <script type="module" src="/lightning/_assets/app/${options.bundle}/main.js"></script>
      </body>
    </html>`.markup;
}
