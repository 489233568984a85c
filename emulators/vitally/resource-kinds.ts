import type { z } from 'zod';
import * as input from './resource-input.ts';

/** How one resource is created, changed, found and told. */
export interface ResourceKind {
  /** Its name in the path. */
  name: string;
  /** What one of it is called in messages. */
  noun: string;
  newShape: z.ZodType<Record<string, unknown>>;
  changedShape: z.ZodType<Record<string, unknown>>;
  listShape: z.ZodType<{
    limit: number;
    from?: string | undefined;
    sortBy: 'updatedAt' | 'createdAt';
    archived?: boolean | undefined;
    source?: string | undefined;
  }>;
  /** Documented fields of its own, as they are when nobody gave them. */
  blank: Record<string, unknown>;
  /** Whether `:id` may be the external id. */
  isFoundByExternalId: boolean;
  /** What a POST with an external id that is taken does; a name: the switch that decides. */
  taken: 'upsert' | 'duplicateNote' | 'duplicateExternalId' | 'none';
  /** DELETE hides it, keeps nothing of it, or is not documented at all. */
  deletion: 'archive' | 'remove';
  /** Whether it belongs to one account or organization, and is listed under it. */
  isActivity: boolean;
}

/** Those that can be created over the API, accounts and instances of custom objects left out. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  {
    name: 'notes',
    noun: 'Note',
    newShape: input.NewNote,
    changedShape: input.ChangedNote,
    listShape: input.ActivityQuery,
    blank: { note: '', noteDate: null, subject: null, authorId: null, categoryId: null, tags: [], source: null },
    isFoundByExternalId: false,
    taken: 'duplicateNote',
    deletion: 'archive',
    isActivity: true,
  },
  {
    name: 'tasks',
    noun: 'Task',
    newShape: input.NewTask,
    changedShape: input.ChangedTask,
    listShape: input.ActivityQuery,
    blank: {
      ...{ name: '', description: null, dueDate: null, completedAt: null, assignedToId: null, completedById: null },
      ...{ categoryId: null, projects: [], tags: [], source: null },
    },
    isFoundByExternalId: false,
    taken: 'upsert',
    deletion: 'archive',
    isActivity: true,
  },
  {
    name: 'projects',
    noun: 'Project',
    newShape: input.NewProject,
    changedShape: input.ChangedProject,
    listShape: input.ActivityQuery,
    blank: {
      ...{ name: '', templateId: null, targetStartDate: null, targetCompletionDate: null, actualStartDate: null },
      ...{ actualCompletionDate: null, ownedByVitallyUserId: null, projectCategoryId: null, projectStatusId: null },
    },
    isFoundByExternalId: false,
    taken: 'none',
    deletion: 'archive',
    isActivity: true,
  },
  {
    name: 'users',
    noun: 'User',
    newShape: input.NewUser,
    changedShape: input.ChangedUser,
    listShape: input.ListQuery,
    blank: {
      ...{ name: null, email: null, avatar: null, accountIds: [], organizationIds: [], segments: [] },
      ...{ firstKnown: null, lastSeenTimestamp: null, unsubscribedFromConversations: false, deactivatedAt: null },
    },
    isFoundByExternalId: true,
    taken: 'duplicateExternalId',
    deletion: 'remove',
    isActivity: true,
  },
  {
    name: 'organizations',
    noun: 'Organization',
    newShape: input.NewOrganization,
    changedShape: input.ChangedOrganization,
    listShape: input.ListQuery,
    blank: { name: '', healthScore: null, keyRoles: [], segments: [] },
    isFoundByExternalId: true,
    taken: 'duplicateExternalId',
    deletion: 'remove',
    isActivity: false,
  },
];
