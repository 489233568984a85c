import { z } from 'zod';
import { badRequest } from './errors.ts';

const traits = z.record(z.string(), z.unknown());
const changeable = {
  organizationId: z.string().nullable().optional(),
  accountOwnerId: z.string().nullable().optional(),
  traits: traits.optional(),
};

/** Body of `POST /resources/accounts`. */
export const NewAccount = z.strictObject({ externalId: z.string().min(1), name: z.string().min(1), ...changeable });

/** Body of `PUT /resources/accounts/:id`. The external id is settable only on create. */
export const ChangedAccount = z.strictObject({ name: z.string().min(1).optional(), ...changeable });

/** Query of `GET /resources/accounts`. */
export const AccountListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  from: z.string().optional(),
  sortBy: z.enum(['updatedAt', 'createdAt']).default('updatedAt'),
  status: z.enum(['active', 'churned', 'activeOrChurned']).default('active'),
});

/** Query of `GET /resources/customFields`. */
export const CustomFieldQuery = z.strictObject({
  model: z.enum(['accounts', 'organizations', 'users', 'notes', 'tasks', 'projects', 'customObjects']),
});

/** The value in its shape, or a 400 that names the first thing wrong with it. */
export function parseInput<Shape>(shape: z.ZodType<Shape>, value: unknown): Shape {
  const { data, error } = shape.safeParse(value);
  if (error === undefined) return data;
  const issue = error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw badRequest(`${place === '' ? '' : `${place}: `}${issue?.message ?? 'Invalid request'}`);
}
