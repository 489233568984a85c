import { begins, keyOf, type Activity } from './activity.ts';
import type { BacklogEntry } from './backlog-entry.ts';
import { isSelected, leadingFirst } from './leading.ts';
import { toNotes } from './to-notes.ts';
import { toTasks } from './to-tasks.ts';
import { toSharedTraits, toTraits, type SharedTraits, type Traits } from './to-traits.ts';

/** Everything that a customer's record in Vitally is to say of its requests. */
export interface Customer {
  traits: Traits;
  shared: SharedTraits | undefined;
  activities: Activity[];
}

interface CustomerOptions {
  /** Template of the project that a selected request gets; none when absent. */
  projectTemplateId?: string | undefined;
  /** The customer was waited for: what its requests reached meanwhile is told, too. */
  isCatchingUp: boolean;
}

/** Trait of a project by which it is found again: projects have no external id. */
export const PROJECT_KEY = 'vitally.custom.salesforceRecordId';

export function toCustomer(entries: readonly BacklogEntry[], options: CustomerOptions): Customer {
  const { projectTemplateId, isCatchingUp } = options;
  return {
    traits: toTraits(entries),
    shared: toSharedTraits(entries),
    activities: leadingFirst(entries).flatMap((entry) => [
      ...toNotes(entry, isCatchingUp),
      ...toTasks(entry, isCatchingUp),
      ...(projectTemplateId === undefined ? [] : toProject(entry, projectTemplateId, isCatchingUp)),
    ]),
  };
}

function toProject(entry: BacklogEntry, templateId: string, isCatchingUp: boolean): Activity[] {
  if (!isSelected(entry)) return [];
  const key = keyOf(entry, 'project');
  const { targetStart, targetCompletion } = entry.delivery;
  return [
    {
      kind: 'projects',
      key,
      begins: begins(entry, isCatchingUp),
      once: { templateId },
      body: {
        name: `${entry.number}: implementation`,
        targetStartDate: targetStart,
        targetCompletionDate: targetCompletion,
        traits: { [PROJECT_KEY]: key },
      },
    },
  ];
}
