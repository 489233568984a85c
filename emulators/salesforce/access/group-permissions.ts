import type { ObjectPermission, PermissionSet, PermissionSetGroup, Schema } from '../entities.ts';

/** What a permission set group allows, as one permission set: all of its sets together, less what is muted. */
export function groupPermissions(
  { permissionSets, mutingPermissionSets }: Schema,
  group: PermissionSetGroup,
): PermissionSet {
  const sets = group.permissionSets.flatMap((name) => permissionSets.get(name) ?? []);
  const muting = group.mutingPermissionSets.flatMap((name) => mutingPermissionSets.get(name) ?? []);
  const without = (list: 'customPermissions' | 'setupObjects' | 'userPermissions'): string[] => {
    const muted = new Set(muting.flatMap((set) => set[list]));
    return [...new Set(sets.flatMap((set) => set[list]))].filter((name) => !muted.has(name));
  };
  return {
    name: group.name,
    label: group.label,
    objects: new Map(
      keysOf(sets, 'objects').map((name) => [name, lessMuted(objectOf(sets, name), objectOf(muting, name))]),
    ),
    fields: new Map(keysOf(sets, 'fields').map((path) => [path, field(sets, muting, path)])),
    customPermissions: without('customPermissions'),
    setupObjects: without('setupObjects'),
    userPermissions: without('userPermissions'),
  };
}

function keysOf(sets: PermissionSet[], kind: 'objects' | 'fields'): string[] {
  return [...new Set(sets.flatMap((set) => [...set[kind].keys()]))];
}

function objectOf(sets: PermissionSet[], name: string): ObjectPermission {
  const has = (verb: keyof ObjectPermission): boolean => sets.some(({ objects }) => objects.get(name)?.[verb] === true);
  return {
    create: has('create'),
    read: has('read'),
    edit: has('edit'),
    delete: has('delete'),
    viewAll: has('viewAll'),
    modifyAll: has('modifyAll'),
  };
}

/** Muting a permission mutes those that need it. */
function lessMuted(granted: ObjectPermission, muted: ObjectPermission): ObjectPermission {
  const read = granted.read && !muted.read;
  const edit = granted.edit && !muted.edit && read;
  const remove = granted.delete && !muted.delete && edit;
  const viewAll = granted.viewAll && !muted.viewAll && read;
  const modifyAll = granted.modifyAll && !muted.modifyAll && remove && viewAll;
  return { create: granted.create && !muted.create && read, read, edit, delete: remove, viewAll, modifyAll };
}

function field(sets: PermissionSet[], muting: PermissionSet[], path: string): { readable: boolean; editable: boolean } {
  const has = (among: PermissionSet[], verb: 'readable' | 'editable'): boolean =>
    among.some(({ fields }) => fields.get(path)?.[verb] === true);
  const readable = (has(sets, 'readable') || has(sets, 'editable')) && !has(muting, 'readable');
  return { readable, editable: readable && has(sets, 'editable') && !has(muting, 'editable') };
}
