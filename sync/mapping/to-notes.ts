import { begins, keyOf, type Activity } from './activity.ts';
import type { BacklogEntry } from './backlog-entry.ts';
import { isWebAddress } from './cell.ts';
import { isComplete, isSelected } from './leading.ts';
import { anchor, facts, paragraph } from './note-html.ts';

interface Note {
  purpose: string;
  date: string;
  subject: string;
  parts: string[];
  documents?: string[];
}

/** The milestones of a request as notes, in the order of events. What it costs and how it was judged is in none. */
export function toNotes(entry: BacklogEntry, isCatchingUp: boolean): Activity[] {
  return [...milestones(entry)].map(({ purpose, date, subject, parts, documents }) => ({
    kind: 'notes',
    key: keyOf(entry, purpose),
    begins: begins(entry, isCatchingUp) && (isSelected(entry) || documents !== undefined),
    body: { subject: `${entry.number}: ${subject}`, noteDate: date, note: [...parts, source(entry)].join('') },
    ...(documents && { documents }),
  }));
}

function* milestones(entry: BacklogEntry): Generator<Note> {
  const { delivery } = entry;
  if (delivery.selectedOn !== null) {
    yield {
      purpose: 'selected',
      date: delivery.selectedOn,
      subject: 'selected for implementation',
      parts: [
        paragraph('Implementation Engineering leads this deployment.'),
        facts([
          ['Request type', entry.requestType?.label],
          ['Strategy', entry.strategy?.label],
          ['Expected method', entry.method?.label],
          ['Expected provider', entry.provider?.label],
          ['Implementation Engineer', delivery.implementationEngineer],
          ['Project manager', delivery.projectManager],
        ]),
      ],
    };
  }
  if (delivery.kickoffOn !== null) {
    yield {
      purpose: 'kickoff',
      date: delivery.kickoffOn,
      subject: 'kickoff held',
      parts: [paragraph('Implementation Engineering met the customer.')],
    };
  }
  for (const update of delivery.updates) {
    yield {
      purpose: update.id,
      date: update.on ?? entry.createdAt.slice(0, 10),
      subject: 'status update',
      parts: [
        facts([
          ['Health', update.health],
          ['Complete', update.percentComplete === null ? null : `${update.percentComplete} %`],
        ]),
        paragraph(update.summary),
        paragraph(update.risks, 'Risks'),
        paragraph(update.next, 'Next'),
      ],
    };
  }
  yield* documentsNote(entry);
  if (delivery.completedOn !== null && isComplete(entry)) {
    yield {
      purpose: 'complete',
      date: delivery.completedOn,
      subject: 'deployment complete',
      parts: [
        facts([
          ['Instance', delivery.instanceUrl],
          ['Method', entry.method?.label],
          ['Hosting provider', entry.provider?.label],
          ['Infrastructure start', delivery.infrastructureStart],
          ['Machine types', delivery.machineTypes],
          ['Total CPU', delivery.totalCpu],
          ['Total memory (GB)', delivery.totalMemoryGb],
          ['Total disk (GB)', delivery.totalDiskGb],
          ['Code hosts', delivery.codeHosts],
          ['Repositories', delivery.repositories],
          ['Monorepos', delivery.monorepos],
          ['Largest repository (MB)', delivery.largestRepositoryMb],
        ]),
        list(entry),
      ],
    };
  }
}

function* documentsNote(entry: BacklogEntry): Generator<Note> {
  const documents = shownDocuments(entry);
  if (documents.length === 0) return;
  yield {
    purpose: 'documents',
    date: entry.createdAt.slice(0, 10),
    subject: 'documents',
    parts: [list(entry)],
    documents: documents.map(({ id }) => id),
  };
}

/** Documents that Vitally gets: marked for it, and at an address that can be opened. */
function shownDocuments({ delivery }: BacklogEntry): { id: string; title: string; url: string }[] {
  return delivery.documents.flatMap(({ id, title, url, isForVitally }) =>
    isForVitally && url !== null && isWebAddress(url) ? [{ id, title, url }] : [],
  );
}

function list(entry: BacklogEntry): string {
  const items = shownDocuments(entry).map(({ title, url }) => `<li>${anchor(url, title)}</li>`);
  return items.length === 0 ? '' : `<p>Documents:</p><ul>${items.join('')}</ul>`;
}

function source({ url, number }: BacklogEntry): string {
  return `<p>${anchor(url, `${number} in Salesforce`)}</p>`;
}
