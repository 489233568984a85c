import type { WorkspaceRecord } from './entities.ts';
import { badRequest } from './errors.ts';
import { sanitize } from './html.ts';
import { LONG_TEXT, type UndocumentedAnswers } from './undocumented.ts';
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
    ...toHtml(given, 'note', undocumented),
    ...(existing === undefined && sourceOf(undocumented)),
    ...(existing === undefined &&
      given['authorId'] === undefined &&
      undocumented.author === 'integration' && { authorId: INTEGRATION_ID }),
  }),
  tasks: (given, { undocumented, existing }) => ({
    ...given,
    ...toHtml(given, 'description', undocumented),
    ...(existing === undefined && sourceOf(undocumented)),
  }),
  users: (given, { existing }) => ({
    ...given,
    ...joined(given, existing, 'accountIds'),
    ...joined(given, existing, 'organizationIds'),
  }),
  projects: (given, { existing }) => (existing === undefined ? fromTemplate(given) : given),
};

/** Over this API a user can be put into accounts and organizations, and taken out of none. */
function joined(given: Fields, existing: WorkspaceRecord | undefined, name: string): Fields {
  const [before, more] = [existing?.fields[name] ?? [], given[name]] as [string[], string[] | undefined];
  return more === undefined ? {} : { [name]: [...new Set([...before, ...more])] };
}

function toHtml(given: Fields, name: string, { longText }: UndocumentedAnswers): Fields {
  const text = given[name];
  if (typeof text !== 'string') return {};
  if (longText === 'refused' && text.length > LONG_TEXT) {
    throw badRequest(`${name}: ${text.length} characters are more than ${LONG_TEXT}`);
  }
  return { [name]: sanitize(text) };
}

function sourceOf({ source }: UndocumentedAnswers): Fields {
  return source === 'none' ? {} : { source };
}

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
