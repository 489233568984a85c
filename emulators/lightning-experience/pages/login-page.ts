import { html, renderPage } from '../../core/index.ts';

/** What a person without a session sees when there is no portal to be sent to. */
export function loginPage(portal: string | undefined): string {
  return renderPage({
    title: 'Choose who you are',
    lead: 'This page belongs to a person, and nobody is logged in here.',
    place: 'Salesforce',
    portal,
    body:
      portal === undefined
        ? html`<p>Open the portal and choose a person there.</p>`
        : html`<p><a class="button" href="${portal}">Choose a person</a></p>`,
  });
}
