import { html, type Html } from '../../core/index.ts';
import type { Places } from '../places.ts';
import { actAs, personOf } from './people.ts';

/** One thing to try. Without links, what it needs does not run. */
interface Step {
  title: string;
  text: Html;
  links: { label: string; href: string }[];
  needs: string;
}

const REQUESTS = '/lightning/o/Implementation_Request__c/list';

/** The four things that show what Groundwork does, each a link to where it is done. */
export function renderSteps(places: Places): Html {
  const steps = [fileRequest(places), watchRow(places), triage(places), handOver(places)];
  return html`<ol class="steps">
    ${steps.map(renderStep)}
  </ol>`;
}

function fileRequest({ salesforce }: Places): Step {
  const engineer = salesforce && personOf(salesforce.people, 'CE');
  const sample = salesforce?.sample?.[0];
  const isReady = engineer !== undefined && sample !== undefined;
  return {
    title: 'File a request',
    text: isReady
      ? html`As ${engineer.name}, open <em>${sample.opportunityName}</em> of ${sample.accountName} and request
          implementation.`
      : html`Open an Opportunity and request implementation.`,
    links: isReady
      ? [
          {
            label: 'Open the Opportunity',
            href: actAs(engineer, `/lightning/r/Opportunity/${sample.opportunityId}/view`),
          },
        ]
      : [],
    needs: salesforce === undefined ? 'Salesforce is not running' : 'This org has no sample Opportunity',
  };
}

function watchRow(places: Places): Step {
  return {
    title: 'Watch the row',
    text: html`The request is a row of the backlog within seconds, without a copy and without a paste.`,
    links: links(['Open the backlog', spreadsheet(places)]),
    needs: 'Google Sheets is not running',
  };
}

function triage(places: Places): Step {
  const engineer = places.salesforce && personOf(places.salesforce.people, 'IE');
  return {
    title: 'Triage it',
    text: html`${engineer ? `As ${engineer.name}, set` : 'Set'} priority, rank and next steps in the spreadsheet; they
    are in Salesforce a moment later. Or the other way round.`,
    links: links(
      ['Edit the backlog', spreadsheet(places)],
      ['Open the requests', engineer && actAs(engineer, REQUESTS)],
    ),
    needs: 'Neither Google Sheets nor Salesforce is running',
  };
}

function handOver({ vitally, slack }: Places): Step {
  return {
    title: 'Hand it over',
    text: html`Technical Advisors find the request on the customer’s account, and everyone reads of it in the channel.`,
    links: links(
      ['See Vitally', vitally && `${vitally.url}/`],
      ['Read the channel', slack && `${slack.url}/archives/${slack.channel}`],
    ),
    needs: 'Neither Vitally nor Slack is running',
  };
}

/** Where the backlog is edited, as the vendor's own addresses have it. */
function spreadsheet({ googleSheets }: Places): string | undefined {
  return googleSheets && `${googleSheets.url}/spreadsheets/d/${googleSheets.spreadsheetId}/edit`;
}

function links(...wanted: [label: string, href: string | undefined][]): Step['links'] {
  return wanted.flatMap(([label, href]) => (href === undefined ? [] : [{ label, href }]));
}

function renderStep({ title, text, links: ways, needs }: Step): Html {
  return html`<li class="step card">
    <h2>${title}</h2>
    <p>${text}</p>
    <p class="ways">
      ${ways.map(({ label, href }, index) => html`<a class="button ${index > 0 && 'plain'}" href="${href}">${label}</a> `)}
      ${ways.length === 0 && html`<span class="pill warn">${needs}</span>`}
    </p>
  </li>`;
}
