import { z } from 'zod';

/** Shapes of bodies, by resource. What is not documented is refused, so that a client's mistake shows. */
const text = z.string();
const nullableText = z.string().nullable().optional();
const day = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'expected a date');
const traits = z.record(z.string(), z.unknown()).optional();
const owner = { accountId: z.string().optional(), organizationId: z.string().optional() };
const externalId = z.string().min(1).optional();

/** Notes, tasks, projects and instances hang on one account or organization. */
function hasOwner(body: { accountId?: string | undefined; organizationId?: string | undefined }): boolean {
  return body.accountId !== undefined || body.organizationId !== undefined;
}
const OWNER_MISSING = 'accountId or organizationId is required';

const note = {
  subject: nullableText,
  authorId: nullableText,
  categoryId: nullableText,
  tags: z.array(text).optional(),
  traits,
};
export const NewNote = z
  .strictObject({ note: text.min(1), noteDate: day, externalId, ...owner, ...note })
  .refine(hasOwner, OWNER_MISSING);
export const ChangedNote = z.strictObject({ note: text.min(1).optional(), noteDate: day.optional(), ...note });

const task = {
  description: nullableText,
  dueDate: day.nullable().optional(),
  completedAt: day.nullable().optional(),
  assignedToId: nullableText,
  completedById: nullableText,
  categoryId: nullableText,
  tags: z.array(text).optional(),
  traits,
};
export const NewTask = z
  .strictObject({ name: text.min(1), externalId, ...owner, ...task })
  .refine(hasOwner, OWNER_MISSING);
export const ChangedTask = z.strictObject({ name: text.min(1).optional(), ...task });

const project = {
  name: text.min(1).optional(),
  targetStartDate: day.nullable().optional(),
  targetCompletionDate: day.nullable().optional(),
  projectStatusId: nullableText,
  projectCategoryId: nullableText,
  ownedByVitallyUserId: nullableText,
  traits,
};
export const NewProject = z
  .strictObject({ templateId: text.min(1), ...owner, ...project })
  .refine(hasOwner, OWNER_MISSING);
export const ChangedProject = z.strictObject(project);

const user = { name: nullableText, email: nullableText, avatar: nullableText, traits };
const memberships = { accountIds: z.array(text).optional(), organizationIds: z.array(text).optional() };
export const NewUser = z
  .strictObject({ externalId: z.string().min(1), ...memberships, ...user })
  .refine(({ accountIds = [], organizationIds = [] }) => accountIds.length + organizationIds.length > 0, {
    message: 'accountIds or organizationIds is required',
  });
export const ChangedUser = z.strictObject({ ...memberships, ...user });

export const NewOrganization = z.strictObject({ externalId: z.string().min(1), name: text.min(1), traits });
export const ChangedOrganization = z.strictObject({ name: text.min(1).optional(), traits });

const instance = { ownedByVitallyUserId: nullableText, traits };
export const NewInstance = z
  .strictObject({
    ...{ name: text.min(1), externalId, customerId: z.string().optional(), organizationId: z.string().optional() },
    ...instance,
  })
  .refine(({ customerId, organizationId }) => customerId !== undefined || organizationId !== undefined, {
    message: 'customerId or organizationId is required',
  });
/** Alone among all, the external id of an instance can be changed. */
export const ChangedInstance = z.strictObject({ name: text.min(1).optional(), externalId, ...instance });

/** What every list takes. */
export const PAGE = {
  limit: z.coerce.number().int().min(1).max(100).default(100),
  from: z.string().optional(),
  sortBy: z.enum(['updatedAt', 'createdAt']).default('updatedAt'),
};
export const ListQuery = z.strictObject(PAGE);
/** What a request for one record may say in its query. */
export const OneQuery = z.strictObject({ source: text.optional() });
export const ActivityQuery = z.strictObject({
  ...PAGE,
  archived: z.stringbool().optional(),
  source: text.optional(),
});
