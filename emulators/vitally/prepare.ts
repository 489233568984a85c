import type { WorkspaceRecord } from './entities.ts';
import { badRequest } from './errors.ts';
import { sanitize } from './html.ts';
import type { UndocumentedAnswers } from './undocumented.ts';
import { INTEGRATION_ID, PROJECT_STATUSES, PROJECT_TEMPLATES } from './workspace.ts';

type Fields = Record<string, unknown>;
interface Situation {
  undocumented: UndocumentedAnswers;
  /** Absent when the record is being made. */
  existing?: WorkspaceRecord;
}

/** What the vendor makes of the fields that a client gave, by resource. */
export const ACTIVITY_PREPARATIONS: Readonly<Record<string, (given: Fields, situation: Situation) => Fields>> = {
  notes: (given, { undocumented, existing }) => ({
    ...given,
    ...(typeof given['note'] === 'string' && { note: sanitize(given['note']) }),
    ...(existing === undefined &&
      given['authorId'] === undefined &&
      undocumented.author === 'integration' && { authorId: INTEGRATION_ID }),
  }),
  tasks: (given) => ({
    ...given,
    ...(typeof given['description'] === 'string' && { description: sanitize(given['description']) }),
  }),
  projects: (given, { existing }) => (existing === undefined ? fromTemplate(given) : given),
};

function fromTemplate(given: Fields): Fields {
  const template = PROJECT_TEMPLATES.find(({ id }) => id === given['templateId']);
  if (template === undefined)
    throw badRequest(`templateId: There is no project template "${String(given['templateId'])}"`);
  return {
    name: template.projectName,
    projectCategoryId: template.projectCategoryId,
    projectStatusId: PROJECT_STATUSES[0]?.id ?? null,
    ...given,
  };
}
