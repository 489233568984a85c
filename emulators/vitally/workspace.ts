/** A member of the workspace's team: owns, writes, is assigned. */
export interface Admin {
  id: string;
  name: string;
  email: string;
  licenseStatus: 'active' | 'observer';
}

/** What administrators of the workspace set up in its settings; nothing of it is written over the API. */
export const SET_UP_AT = '2026-09-01T09:00:00.000Z';

/** The team's members who look after customers in the sample data. */
export const ADMINS: readonly Admin[] = [
  admin(1, 'Tara Nwosu', 'tara@groundwork.example'),
  admin(2, 'Sam Ito', 'sam@groundwork.example'),
  admin(3, 'Igor Novak', 'igor@groundwork.example'),
  admin(4, 'Tomas Lindqvist', 'tomas@groundwork.example'),
  { ...admin(5, 'Val Ferreira', 'val@groundwork.example'), licenseStatus: 'observer' },
];

/** Whose the API key is. */
export const INTEGRATION_ID = uuid('adadadad', 99);

export const NOTE_CATEGORIES = [category('0c0c0c0c', 1, 'Implementation'), category('0c0c0c0c', 2, 'Success review')];
export const TASK_CATEGORIES = [category('7c7c7c7c', 1, 'Onboarding'), category('7c7c7c7c', 2, 'Documentation')];
export const PROJECT_CATEGORIES = [category('9c9c9c9c', 1, 'Implementation')];

/** A project's tasks come from its template, each due so many days after the target start. */
export interface ProjectTemplate {
  id: string;
  name: string;
  projectName: string;
  description: string;
  projectCategoryId: string | null;
  tasks: readonly { name: string; dueInDays: number }[];
}

export const PROJECT_TEMPLATES: readonly ProjectTemplate[] = [
  {
    id: uuid('97979797', 1),
    name: 'Implementation',
    projectName: 'Implementation',
    description: 'From selection to the handoff to the Technical Advisor.',
    projectCategoryId: PROJECT_CATEGORIES[0]?.id ?? null,
    tasks: [
      { name: 'Read the deployment documents', dueInDays: 30 },
      { name: 'Plan user onboarding', dueInDays: 60 },
    ],
  },
  {
    id: uuid('97979797', 2),
    name: 'Onboarding planning',
    projectName: 'Onboarding planning',
    description: 'Three weeks before the deployment is complete.',
    projectCategoryId: null,
    tasks: [{ name: 'Invite the first teams', dueInDays: 7 }],
  },
];

export const PROJECT_STATUSES = [
  { id: uuid('57575757', 1), createdAt: SET_UP_AT, type: 'notStarted', name: 'Not started' },
  { id: uuid('57575757', 2), createdAt: SET_UP_AT, type: 'inProgress', name: 'In progress' },
];

export const CUSTOM_OBJECTS = [
  {
    id: uuid('c0c0c0c0', 1),
    createdAt: SET_UP_AT,
    updatedAt: SET_UP_AT,
    name: 'deployment',
    label: 'Deployment',
    syncActive: false,
    writeMode: 'api',
    customFields: [],
  },
];

function admin(number: number, name: string, email: string): Admin {
  return { id: uuid('adadadad', number), name, email, licenseStatus: 'active' };
}

function category(prefix: string, number: number, name: string): { id: string; createdAt: string; name: string } {
  return { id: uuid(prefix, number), createdAt: SET_UP_AT, name };
}

/** An id that is the same in every workspace, so that settings can name it. */
function uuid(prefix: string, number: number): string {
  return `${prefix}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
