import { html, type Html } from '../../core/index.ts';
import type { Person, Places } from '../places.ts';

const OPPORTUNITIES = '/lightning/o/Opportunity/list';
const REQUESTS = '/lightning/o/Implementation_Request__c/list';
const HANDOFF_ITEMS = '/lightning/o/Handoff_Item__c/list';
const ASSESSMENTS = '/lightning/o/Strategy_Assessment__c/list';
const ACCOUNTS = '/lightning/o/Account/list';

/** Each role by its name, with what it may do in a line, and where its work begins. */
const ROLES = [
  {
    role: 'AE',
    name: 'Account executives',
    may: 'File requests on Opportunities and follow their status and rank. See no triage notes.',
    start: OPPORTUNITIES,
  },
  {
    role: 'CE',
    name: 'Customer engineers',
    may: 'Assess deals, file requests and link the design document, discovery and playbook.',
    start: OPPORTUNITIES,
  },
  {
    role: 'IE',
    name: 'Implementation engineers',
    may: 'Triage: status, priority, rank, next steps and triage notes. The lead decides.',
    start: REQUESTS,
  },
  {
    role: 'TPM',
    name: 'Project managers',
    may: 'Plan dates, keep the handoff and write status updates.',
    start: REQUESTS,
  },
  {
    role: 'TA',
    name: 'Technical Advisors',
    may: 'Are called in before completion and accept the handoff.',
    start: HANDOFF_ITEMS,
  },
  {
    role: 'Leadership',
    name: 'Leadership',
    may: 'Read everything and decide what triage brings before them.',
    start: REQUESTS,
  },
  { role: 'Support', name: 'Support', may: 'Read requests and handoffs of their customers.', start: ACCOUNTS },
  { role: 'Cloud', name: 'Cloud operations', may: 'Take managed instances over.', start: ASSESSMENTS },
  { role: 'Admin', name: 'Administrator', may: 'Sets everything up and may change everything.', start: REQUESTS },
  { role: 'Integration', name: 'Integration', may: 'The service’s own user: works over the API only.', start: '' },
];

/** The first person with this role. */
export function personOf(people: readonly Person[], role: string): Person | undefined {
  return people.find((person) => person.role === role);
}

/** The portal's own address that signs in as this person and goes on to `to`. The session is made on the click. */
export function actAs({ username }: Person, to: string): string {
  return `/act-as/${encodeURIComponent(username)}?to=${encodeURIComponent(to)}`;
}

/** Whether this is no person but a program's user, whom the platform lets into no page. */
export function isProgram({ role }: Person): boolean {
  return role === 'Integration';
}

/** Everybody of the sample, role by role, with a way to be them. */
export function renderPeople({ salesforce }: Places): Html {
  if (salesforce === undefined)
    return html`<p class="empty">Salesforce is not running, so there is nobody to act as.</p>`;
  const roles = ROLES.map((one) => ({
    ...one,
    people: salesforce.people.filter(({ role }) => role === one.role),
  })).filter(({ people }) => people.length > 0);
  if (roles.length === 0) return html`<p class="empty">This org has no sample people.</p>`;
  return html`<ul class="roles">
    ${roles.map(
      ({ name, may, start, people }) =>
        html`<li class="card role">
          <h3>${name}</h3>
          <p>${may}</p>
          <ul class="people">
            ${people.map((person) => renderPerson(person, start))}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function renderPerson(person: Person, start: string): Html {
  const initials = person.name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const inside = html`<span class="avatar" aria-hidden="true">${initials}</span>
    <span class="who"><span class="name">${person.name}</span> <span class="title">${person.title}</span></span>`;
  if (isProgram(person)) return html`<li><span class="person">${inside}</span></li>`;
  return html`<li>
    <a class="person" href="${actAs(person, start)}">${inside} <span class="go" aria-hidden="true">›</span></a>
  </li>`;
}
