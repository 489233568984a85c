import type { Field, ObjectPermission, PermissionSet, SObjectType, User } from '../entities.ts';
import type { Access } from '../org.ts';

type Verb = 'create' | 'read' | 'edit' | 'delete';

/** Objects of Setup: everybody reads them, and an administrator writes what is named here. The rest is deployed. */
const SETUP: Record<string, Verb[]> = {
  User: ['create', 'edit'],
  PermissionSetAssignment: ['create', 'delete'],
  PermissionSet: [],
  Profile: [],
  Organization: [],
  RecordType: [],
  Group: [],
  CustomNotificationType: [],
  Folder: [],
  Report: [],
  Dashboard: [],
  DashboardComponent: [],
};

/** What a profile and permission sets allow together: the union, as on the platform. */
export function createAccess(profile: User['profile'], permissionSets: PermissionSet[]): Access {
  const isAdmin = profile === 'System Administrator';
  const hasStandard = isAdmin || profile === 'Standard User';

  function may(object: SObjectType, verb: Verb): boolean {
    const setup = SETUP[object.name];
    if (setup !== undefined) return verb === 'read' || (isAdmin && setup.includes(verb));
    if (object.kind !== undefined && !isAdmin) {
      return verb === 'read' && permissionSets.some(({ setupObjects }) => setupObjects.includes(object.name));
    }
    if (object.kind === 'customMetadata') return verb === 'read';
    if (isAdmin || (hasStandard && !object.custom)) return true;
    return permissionSets.some(({ objects }) => grants(objects.get(object.name), verb));
  }

  function mayField(object: SObjectType, field: Field, verb: 'readable' | 'editable'): boolean {
    if (isAdmin || field.alwaysVisible || object.kind !== undefined || (hasStandard && !object.custom && !field.custom))
      return true;
    const path = `${object.name}.${field.name}`;
    return permissionSets.some(({ fields }) => fields.get(path)?.[verb] === true);
  }

  return {
    mayRead: (object) => may(object, 'read'),
    mayCreate: (object) => may(object, 'create'),
    mayEdit: (object) => may(object, 'edit'),
    mayDelete: (object) => may(object, 'delete'),
    mayReadField: (object, field) =>
      may(object, 'read') && (mayField(object, field, 'readable') || mayField(object, field, 'editable')),
    mayEditField: (object, field) =>
      (field.createable || field.updateable) &&
      (may(object, 'create') || may(object, 'edit')) &&
      mayField(object, field, 'editable'),
    hasCustomPermission: (name) => permissionSets.some(({ customPermissions }) => customPermissions.includes(name)),
  };
}

function grants(permission: ObjectPermission | undefined, verb: Verb): boolean {
  if (permission === undefined) return false;
  return permission[verb] || permission.modifyAll || (verb === 'read' && permission.viewAll);
}
