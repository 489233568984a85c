import type { Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { formulaFieldType, type FormulaFieldType } from '../formula/index.ts';
import type { Writing } from './change.ts';
import { followPath, resolvePath, type FieldPath } from './field-path.ts';
import type { RecordStore } from './record-store.ts';

/** What a name that begins with `$` stands for, except for `$RecordType`, which depends on the record. */
export interface GlobalValues {
  typeOf(path: string[]): FormulaFieldType | undefined;
  /** As the user of the request sees it. */
  valueOf(path: string[], asking: Writing): StoredValue;
}

interface Global {
  type: FormulaFieldType;
  value(asking: Writing): StoredValue;
}

type Resolve = (steps: string[]) => Global | undefined;

/** The globals of formulas and flows: `$User`, `$UserRole`, `$Profile`, `$Organization`, `$Permission`, `$Label`, `$CustomMetadata`, `$Setup`. */
export function createGlobals(schema: Schema, store: RecordStore): GlobalValues {
  const roots: Record<string, Resolve> = {
    $user: (steps) => ofRecord('User', steps, ({ user }) => user.id),
    $profile: (steps) => ofRecord('Profile', steps, ({ user }) => profileIdOf(user.id)),
    $userrole: (steps) => ofRecord('UserRole', steps, ({ user }) => roleIdOf(user.id)),
    $organization: (steps) => ofRecord('Organization', steps, () => undefined),
    $permission: ([name]) => ofPermission(schema, name),
    $label: ([name]) => ofLabel(schema, name),
    $custommetadata: (steps) => ofMetadata(schema, store, steps),
    $setup: (steps) => ofSetting(steps),
  };
  let ofOrganization: StoredValue | undefined;
  const known = new WeakMap<string[], Global>();

  function resolve(path: string[]): Global | undefined {
    const global = known.get(path) ?? roots[path[0]?.toLowerCase() ?? '']?.(path.slice(1));
    if (global !== undefined) known.set(path, global);
    return global;
  }

  function ofRecord(
    name: string,
    steps: string[],
    idOf: (asking: Writing) => StoredValue | undefined,
  ): Global | undefined {
    const object = schema.findObject(name);
    const path: FieldPath | undefined = object && resolvePath(schema, object, steps);
    const type = path && formulaFieldType(path.field.type);
    if (object === undefined || path === undefined || path.field.calculated || type === undefined) return undefined;
    const start = (asking: Writing): StoredRecord | undefined => {
      if (name === 'Organization') return store.findBy(object, 'IsDeleted', 0)[0];
      const id = idOf(asking);
      return typeof id === 'string' ? store.find(object, id) : undefined;
    };
    return { type, value: (asking) => followPath(store, path, start(asking))?.[path.field.name] ?? null };
  }

  /** The user's own value, else the profile's, else the org's. */
  function ofSetting([objectName = '', fieldName = '', ...more]: string[]): Global | undefined {
    const object = schema.findObject(objectName);
    const field = object?.kind === 'hierarchySetting' ? schema.findField(object, fieldName) : undefined;
    const type = field && formulaFieldType(field.type);
    if (object === undefined || field === undefined || type === undefined || more.length > 0) return undefined;
    return {
      type,
      value: ({ user }) => {
        for (const owner of [user.id, profileIdOf(user.id), organizationId()]) {
          const value = store.findBy(object, 'SetupOwnerId', owner ?? null)[0]?.[field.name] ?? null;
          if (value !== null) return value;
        }
        return null;
      },
    };
  }

  function organizationId(): StoredValue | undefined {
    const organization = schema.findObject('Organization');
    ofOrganization ??= organization && store.findBy(organization, 'IsDeleted', 0)[0]?.['Id'];
    return ofOrganization;
  }

  function roleIdOf(userId: string): StoredValue | undefined {
    const user = schema.findObject('User');
    return user && store.find(user, userId)?.['UserRoleId'];
  }

  function profileIdOf(userId: string): StoredValue | undefined {
    const user = schema.findObject('User');
    return user && store.find(user, userId)?.['ProfileId'];
  }

  return {
    typeOf: (path) => resolve(path)?.type,
    valueOf: (path, asking) => resolve(path)?.value(asking) ?? null,
  };
}

function ofPermission(schema: Schema, name: string | undefined): Global | undefined {
  if (name === undefined) return undefined;
  const sets = [...schema.permissionSets.values()];
  const isKnown = sets.some(({ customPermissions }) => customPermissions.includes(name));
  if (!isKnown && !schema.customPermissions.has(name)) return undefined;
  return { type: 'boolean', value: ({ access }) => (access.hasCustomPermission(name) ? 1 : 0) };
}

function ofLabel({ labels }: Schema, name: string | undefined): Global | undefined {
  const wanted = name?.toLowerCase();
  const found = [...labels].find(([label]) => label.toLowerCase() === wanted);
  return found && { type: 'text', value: () => found[1] };
}

/** `Region__mdt.North.Days__c` */
function ofMetadata(schema: Schema, store: RecordStore, steps: string[]): Global | undefined {
  const [objectName = '', record = '', fieldName = '', ...more] = steps;
  const object = schema.findObject(objectName);
  const field = object?.kind === 'customMetadata' ? schema.findField(object, fieldName) : undefined;
  const type = field && formulaFieldType(field.type);
  const isThere = schema.metadataRecords.some(
    (one) => one.object === object?.name && one.developerName.toLowerCase() === record.toLowerCase(),
  );
  if (object === undefined || field === undefined || type === undefined || !isThere || more.length > 0) {
    return undefined;
  }
  const value = unlessWritten(
    store,
    object,
    () => store.findBy(object, 'DeveloperName', record)[0]?.[field.name] ?? null,
  );
  return { type, value };
}

/** Reads again only when records of the object were written since. */
function unlessWritten<Value>(store: RecordStore, object: SObjectType, read: () => Value): () => Value {
  let last: { version: number; value: Value } | undefined;
  return () => {
    const version = store.versionOf(object);
    if (last?.version !== version) last = { version, value: read() };
    return last.value;
  };
}
