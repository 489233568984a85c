import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { PROFILES, type PermissionSet, type Schema, type User } from '../entities.ts';
import { toId18 } from '../ids.ts';
import type { Access } from '../org.ts';
import { createAccess } from './create-access.ts';
import { groupPermissions } from './group-permissions.ts';
import type { CompiledSharingRule, Sharing } from './record-access.ts';

const UserRow = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  profile: z.enum(PROFILES),
});

const SetRow = z.object({ name: z.string(), type: z.string() });
const GroupRow = z.object({ id: z.string(), name: z.string() });

/** Who the users are and what each may do now: assignments and groups are read each time, so they take effect at once. */
export class UserDirectory {
  readonly #schema: Schema;
  readonly #rules: readonly CompiledSharingRule[];
  readonly #findUser: StatementSync;
  readonly #listPermissionSets: StatementSync;
  readonly #listGroups: StatementSync;
  readonly #findGroup: StatementSync;
  readonly #accessByKey = new Map<string, Access>();

  constructor(database: DatabaseSync, schema: Schema, rules: readonly CompiledSharingRule[]) {
    this.#schema = schema;
    this.#rules = rules;
    this.#findUser = database.prepare(
      `SELECT u.Id AS id, u.Username AS username, u.Name AS name, u.Email AS email, p.Name AS profile
       FROM "User" u JOIN "Profile" p ON p.Id = u.ProfileId WHERE (u.Id = ? OR u.Username = ?) AND u.IsActive = 1`,
    );
    this.#listPermissionSets = database.prepare(
      `SELECT DISTINCT p.Name AS name, p.Type AS type
       FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p.Id = a.PermissionSetId
       WHERE a.AssigneeId = ? ORDER BY p.Type, p.Name`,
    );
    this.#listGroups = database.prepare(
      `WITH RECURSIVE m(Id) AS (SELECT ? UNION SELECT g.GroupId FROM "GroupMember" g JOIN m ON g.UserOrGroupId = m.Id)
       SELECT g.Id AS id, g.DeveloperName AS name FROM m JOIN "Group" g ON g.Id = m.Id WHERE g.IsDeleted = 0 ORDER BY g.Id`,
    );
    this.#findGroup = database.prepare('SELECT Id AS id FROM "Group" WHERE DeveloperName = ? AND IsDeleted = 0');
  }

  /** An active user by id, with 15 or 18 characters, or by username, whatever its case. */
  findUser(idOrUsername: string): User | undefined {
    const row = this.#findUser.get(toId18(idOrUsername) ?? idOrUsername, idOrUsername);
    return row === undefined ? undefined : UserRow.parse(row);
  }

  access(user: User): Access {
    const sets = this.#listPermissionSets.all(user.id).map((row) => SetRow.parse(row));
    const groups = this.#listGroups.all(user.id).map((row) => GroupRow.parse(row));
    const key = JSON.stringify([user.id, user.profile, sets, groups]);
    let access = this.#accessByKey.get(key);
    if (access === undefined) {
      const permissionSets = sets.flatMap((set) => this.#permissionSet(set) ?? []);
      access = createAccess({ profile: user.profile, permissionSets, sharing: this.#sharingWith(user, groups) });
      this.#accessByKey.set(key, access);
    }
    return access;
  }

  #permissionSet({ name, type }: z.output<typeof SetRow>): PermissionSet | undefined {
    const group = type === 'Group' ? this.#schema.permissionSetGroups.get(name) : undefined;
    return group === undefined ? this.#schema.permissionSets.get(name) : groupPermissions(this.#schema, group);
  }

  #sharingWith(user: User, groups: Sharing['groups']): Sharing {
    return {
      schema: this.#schema,
      rules: this.#rules,
      userId: user.id,
      groups,
      groupIdOf: (name) => String(this.#findGroup.get(name)?.['id'] ?? ''),
    };
  }
}
