import type { WorkspaceRecord } from './entities.ts';
import type { RecordStore } from './record-store.ts';
import { PROJECT_TEMPLATES } from './workspace.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Makes the tasks that a project gets from its template; over the API no other can be put into it. */
export function addTemplateTasks(records: RecordStore, project: WorkspaceRecord, now: Date): void {
  const { id, accountId, organizationId, fields } = project;
  const template = PROJECT_TEMPLATES.find((one) => one.id === fields['templateId']);
  const given = fields['targetStartDate'];
  const start = typeof given === 'string' ? Date.parse(given) : now.getTime();
  for (const { name, dueInDays } of template?.tasks ?? []) {
    const dueDate = new Date(start + dueInDays * DAY).toISOString().slice(0, 10);
    const projects = [{ id, name: fields['name'] }];
    records.add('tasks', { accountId, organizationId, fields: { name, dueDate, projects } });
  }
}
