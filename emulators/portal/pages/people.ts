import { html, type Html } from '../../core/index.ts';
import type { Person, Places } from '../places.ts';

/** What each role may do, in a line, and where its work begins. */
const ROLES = [
  {
    role: 'AE',
    may: 'Files requests on Opportunities and follows their status and rank. Sees no triage notes.',
    start: '/lightning/o/Opportunity/list',
  },
  {
    role: 'CE',
    may: 'Files requests and links the design document, discovery and playbook.',
    start: '/lightning/o/Opportunity/list',
  },
  {
    role: 'IE',
    may: 'Triages: status, priority, rank, next steps and triage notes.',
    start: '/lightning/o/Implementation_Request__c/list',
  },
  {
    role: 'Leadership',
    may: 'Reads everything, changes nothing.',
    start: '/lightning/o/Implementation_Request__c/list',
  },
];

/** The first person with this role. */
export function personOf(people: readonly Person[], role: string): Person | undefined {
  return people.find((person) => person.role === role);
}

/** The portal's own address that signs in as this person and goes on to `to`. The session is made on the click. */
export function actAs({ username }: Person, to: string): string {
  return `/act-as/${encodeURIComponent(username)}?to=${encodeURIComponent(to)}`;
}

/** A card for each person one can act as. */
export function renderPeople({ salesforce }: Places): Html {
  if (salesforce === undefined)
    return html`<p class="empty">Salesforce is not running, so there is nobody to act as.</p>`;
  const cards = ROLES.flatMap(({ role, may, start }) => {
    const person = personOf(salesforce.people, role);
    return person === undefined ? [] : [renderPerson(person, may, start)];
  });
  if (cards.length === 0) return html`<p class="empty">This org has no sample people.</p>`;
  return html`<ul class="people">
    ${cards}
  </ul>`;
}

function renderPerson(person: Person, may: string, start: string): Html {
  return html`<li class="card person">
    <h3>${person.name}</h3>
    <p class="title">${person.title}</p>
    <p>${may}</p>
    <p><a class="button plain" href="${actAs(person, start)}">Act as ${person.name.split(' ')[0]}</a></p>
  </li>`;
}
