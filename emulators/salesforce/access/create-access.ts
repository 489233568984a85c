import type { Field, ObjectPermission, PermissionSet, SObjectType, User } from '../entities.ts';
import type { Access } from '../org.ts';
import { RecordAccess, type RecordVerb, type Sharing } from './record-access.ts';

type Verb = 'create' | 'read' | 'edit' | 'delete';

/** Objects of Setup: everybody reads them, and an administrator writes what is named here. The rest is deployed. */
const SETUP: Record<string, Verb[]> = {
  User: ['create', 'edit'],
  UserRole: ['create', 'edit', 'delete'],
  PermissionSetAssignment: ['create', 'delete'],
  PermissionSet: [],
  PermissionSetGroup: [],
  PermissionSetGroupComponent: [],
  Profile: [],
  Organization: ['edit'],
  RecordType: [],
  Group: ['create', 'edit', 'delete'],
  GroupMember: ['create', 'delete'],
  QueueSobject: ['create', 'delete'],
  CustomNotificationType: [],
  Folder: [],
  Report: [],
  Dashboard: [],
  DashboardComponent: [],
};

interface Rights {
  profile: User['profile'];
  /** Those assigned, and what permission set groups come to. */
  permissionSets: PermissionSet[];
  /** Whose records are whose; all records are alike without. */
  sharing?: Sharing;
}

/** What a profile and permission sets allow together, which is the union, and with which records. */
export function createAccess({ profile, permissionSets, sharing }: Rights): Access {
  const isAdmin = profile === 'System Administrator';
  const hasStandard = isAdmin || profile === 'Standard User';
  const userPermissions = new Set(permissionSets.flatMap((set) => set.userPermissions));
  const mayModifyAllData = isAdmin || userPermissions.has('ModifyAllData');
  const mayViewAllData = mayModifyAllData || userPermissions.has('ViewAllData');

  function may(object: SObjectType, verb: Verb): boolean {
    if (object.historyOf !== undefined) return verb === 'read' && may(object.historyOf, 'read');
    const setup = SETUP[object.name];
    if (setup !== undefined) return verb === 'read' || (isAdmin && setup.includes(verb));
    if (object.kind !== undefined && !isAdmin) {
      return verb === 'read' && permissionSets.some(({ setupObjects }) => setupObjects.includes(object.name));
    }
    if (object.kind === 'customMetadata') return verb === 'read';
    // Whoever reads records reads with whom they are shared; which of them may be shared is told record by record.
    if (object.sharesOf !== undefined && !isAdmin)
      return permissionSets.some(({ objects }) => grants(objects.get(object.sharesOf ?? ''), 'read'));
    if (mayModifyAllData || (mayViewAllData && verb === 'read') || (hasStandard && !object.custom)) return true;
    return permissionSets.some(({ objects }) => grants(objects.get(object.name), verb));
  }

  function mayField(object: SObjectType, field: Field, verb: 'readable' | 'editable'): boolean {
    if (isAdmin || field.alwaysVisible || object.kind !== undefined || (hasStandard && !object.custom && !field.custom))
      return true;
    const path = `${object.name}.${field.partOf ?? field.name}`;
    return permissionSets.some(({ fields }) => fields.get(path)?.[verb] === true);
  }

  const known = new Map<SObjectType, Map<Field, boolean>>();
  function mayReadField(object: SObjectType, field: Field): boolean {
    const fields = known.get(object) ?? new Map<Field, boolean>();
    known.set(object, fields);
    const isReadable = fields.get(field) ?? (may(object, 'read') && mayEither(object, field));
    fields.set(field, isReadable);
    return isReadable;
  }
  function mayEither(object: SObjectType, field: Field): boolean {
    return mayField(object, field, 'readable') || mayField(object, field, 'editable');
  }

  function mayAll(object: SObjectType, verb: RecordVerb): boolean {
    if (object.name in SETUP || mayModifyAllData || (mayViewAllData && verb === 'read')) return true;
    return permissionSets.some(({ objects }) => {
      const granted = objects.get(object.name);
      return granted?.modifyAll === true || (verb === 'read' && granted?.viewAll === true);
    });
  }

  function mayViewAll(object: SObjectType): boolean {
    return object.name === 'User' ? isAdmin || userPermissions.has('ViewAllUsers') : mayAll(object, 'read');
  }

  const records = sharing === undefined ? undefined : new RecordAccess(sharing, mayAll);
  return {
    mayRead: (object) => may(object, 'read'),
    mayCreate: (object) => may(object, 'create'),
    mayEdit: (object) => may(object, 'edit'),
    mayDelete: (object) => may(object, 'delete'),
    mayReadField,
    mayEditField: (object, field) =>
      (field.createable || field.updateable) &&
      (may(object, 'create') || may(object, 'edit')) &&
      mayField(object, field, 'editable'),
    mayViewAll,
    hasCustomPermission: (name) => permissionSets.some(({ customPermissions }) => customPermissions.includes(name)),
    recordsSql: (object, verb, alias) => records?.sql(object, verb, alias),
  };
}

/** What flows may do, which run in system mode whoever sets them off: everything, with the custom permissions of that user. */
export function systemAccess(access: Access): Access {
  return {
    mayRead: () => true,
    mayCreate: () => true,
    mayEdit: () => true,
    mayDelete: () => true,
    mayReadField: () => true,
    mayEditField: () => true,
    mayViewAll: () => true,
    hasCustomPermission: (name) => access.hasCustomPermission(name),
    recordsSql: () => undefined,
  };
}

function grants(permission: ObjectPermission | undefined, verb: Verb): boolean {
  if (permission === undefined) return false;
  if (verb === 'create') return permission.create;
  return permission[verb] || permission.modifyAll || (verb === 'read' && permission.viewAll);
}
