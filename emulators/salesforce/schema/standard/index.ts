import type { SObjectType } from '../../entities.ts';
import { Account } from './account.ts';
import { Dashboard, DashboardComponent, Folder, Report } from './analytics.ts';
import { Case } from './case.ts';
import { Contact } from './contact.ts';
import { Event } from './event.ts';
import { Lead } from './lead.ts';
import { Opportunity } from './opportunity.ts';
import { OpportunityContactRole } from './opportunity-contact-role.ts';
import { Organization } from './organization.ts';
import {
  CustomNotificationType,
  Group,
  GroupMember,
  PermissionSet,
  PermissionSetAssignment,
  PermissionSetGroup,
  PermissionSetGroupComponent,
  Profile,
  QueueSobject,
  RecordType,
  User,
} from './setup.ts';
import { Task } from './task.ts';
import { UserRole } from './user-role.ts';

const BUSINESS = [Account, Contact, Opportunity, OpportunityContactRole, Lead, Case, Task, Event];
const SETUP = [
  User,
  UserRole,
  Profile,
  PermissionSet,
  PermissionSetGroup,
  PermissionSetGroupComponent,
  PermissionSetAssignment,
  Organization,
  RecordType,
  Group,
  GroupMember,
  QueueSobject,
  CustomNotificationType,
];
const ANALYTICS = [Folder, Report, Dashboard, DashboardComponent];

/** The standard objects of every org, fresh copies on each call. */
export function createStandardObjects(): SObjectType[] {
  return [...BUSINESS, ...SETUP, ...ANALYTICS].map((create) => create());
}

export { createField, lookup, picklist } from './fields.ts';
export { auditFields, idField, isDeletedField, ownerField, recordTypeField, viewedFields } from './system-fields.ts';
