import { z } from 'zod';
import { parseInput } from '../account-input.ts';
import { unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { ListQuery, PAGE } from '../resource-input.ts';
import { RESOURCE_KINDS } from '../resource-kinds.ts';
import { recordToWire } from '../wire.ts';
import {
  ADMINS,
  NOTE_CATEGORIES,
  PROJECT_CATEGORIES,
  PROJECT_TEMPLATES,
  SET_UP_AT,
  TASK_CATEGORIES,
} from '../workspace.ts';
import type { RouteContext } from './route-context.ts';

const TemplateQuery = z.strictObject({ ...PAGE, categoryId: z.string().optional() });
const AdminSearch = z.strictObject({ email: z.string().min(1) });
const ONE_OF = ['externalId', 'email', 'emailSubdomain'] as const;
const UserSearch = z
  .strictObject({
    externalId: z.string().optional(),
    email: z.string().optional(),
    emailSubdomain: z.string().optional(),
  })
  .refine((query) => ONE_OF.filter((name) => query[name] !== undefined).length === 1, {
    message: 'Exactly one of externalId, email and emailSubdomain is required',
  });

interface SetUp {
  id: string;
  createdAt?: string;
}

/** What is set up in the workspace's settings and only read over the API, and the searches. */
export function workspaceRoutes({ app, store, records, undocumented, clock }: RouteContext): void {
  const list = (
    things: readonly SetUp[],
    given: unknown,
    shape: z.ZodType<{ limit: number; sortBy: 'updatedAt' | 'createdAt' }> = ListQuery,
  ): unknown => {
    const query = parseInput(shape, given);
    const { after } = placeOf(query);
    const start = after === undefined ? 0 : things.findIndex(({ id }) => id === after.id) + 1;
    const dated = things.map((thing) => ({ createdAt: SET_UP_AT, updatedAt: SET_UP_AT, ...thing }));
    return toPage(dated.slice(start), query, (thing) => thing);
  };
  const one = (noun: string, things: readonly SetUp[], id: string): unknown => {
    const thing = things.find((candidate) => candidate.id === id);
    if (thing === undefined) throw unknownRecord(noun, id, undocumented.unknownId);
    return { createdAt: SET_UP_AT, updatedAt: SET_UP_AT, ...thing };
  };
  const templates = PROJECT_TEMPLATES.map((template) => ({ ...template, tasks: undefined, traits: {} }));

  app.get('/resources/noteCategories', (request) => list(NOTE_CATEGORIES, request.query));
  app.get('/resources/taskCategories', (request) => list(TASK_CATEGORIES, request.query));
  app.get('/resources/projectCategories', (request) => list(PROJECT_CATEGORIES, request.query));
  app.get<{ Params: { id: string } }>('/resources/projectCategories/:id', (request) =>
    one('Project category', PROJECT_CATEGORIES, request.params.id),
  );
  app.get('/resources/projectTemplates', (request) => {
    const { categoryId } = parseInput(TemplateQuery, request.query);
    const fitting = templates.filter(({ projectCategoryId }) => [undefined, projectCategoryId].includes(categoryId));
    return list(fitting, request.query, TemplateQuery);
  });
  app.get<{ Params: { id: string } }>('/resources/projectTemplates/:id', (request) =>
    one('Project template', templates, request.params.id),
  );
  app.get('/resources/admins', (request) => list(ADMINS, request.query));
  app.get('/resources/admins/search', (request) => {
    const { email } = parseInput(AdminSearch, request.query);
    return { results: ADMINS.filter((admin) => admin.email.toLowerCase() === email.toLowerCase()) };
  });
  app.get('/resources/users/search', (request) => {
    const { externalId, email, emailSubdomain } = parseInput(UserSearch, request.query);
    const kind = RESOURCE_KINDS.find(({ name }) => name === 'users');
    if (kind === undefined) return { results: [] };
    const users = records.list('users', { sortBy: 'createdAt', count: 10_000, ...listedUntil(undocumented, clock) });
    const results = users.filter(({ externalId: own, fields }) => {
      const address = (fields['email'] as string | null | undefined)?.toLowerCase() ?? '';
      if (externalId !== undefined) return own === externalId;
      return email === undefined
        ? address.endsWith(`@${String(emailSubdomain).toLowerCase()}`)
        : address === email.toLowerCase();
    });
    return { results: results.map((user) => recordToWire(user, kind, store)) };
  });
}
