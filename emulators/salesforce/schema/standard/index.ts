import type { SObjectType } from '../../entities.ts';
import { Account } from './account.ts';
import { Dashboard, DashboardComponent, Folder, Report } from './analytics.ts';
import { Case } from './case.ts';
import { Contact } from './contact.ts';
import { Lead } from './lead.ts';
import { Opportunity } from './opportunity.ts';
import {
  CustomNotificationType,
  Group,
  Organization,
  PermissionSet,
  PermissionSetAssignment,
  Profile,
  RecordType,
  User,
} from './setup.ts';
import { Task } from './task.ts';

const BUSINESS = [Account, Contact, Opportunity, Lead, Case, Task];
const SETUP = [
  User,
  Profile,
  PermissionSet,
  PermissionSetAssignment,
  Organization,
  RecordType,
  Group,
  CustomNotificationType,
];
const ANALYTICS = [Folder, Report, Dashboard, DashboardComponent];

/** The standard objects of every org, fresh copies on each call. */
export function createStandardObjects(): SObjectType[] {
  return [...BUSINESS, ...SETUP, ...ANALYTICS].map((create) => create());
}

export { createField } from './fields.ts';
export { auditFields, idField, isDeletedField, ownerField, recordTypeField, viewedFields } from './system-fields.ts';
