import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { PermissionSet, Schema, User } from '../entities.ts';
import { toId18 } from '../ids.ts';
import type { Access } from '../org.ts';
import { createAccess } from './create-access.ts';

const UserRow = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  profile: z.enum(['System Administrator', 'Standard User', 'Minimum Access - API Only Integrations']),
  timeZone: z.string(),
});

/** Who the users are and what each may do now: assignments are read each time, so they take effect at once. */
export class UserDirectory {
  readonly #schema: Schema;
  readonly #findUser: StatementSync;
  readonly #listPermissionSets: StatementSync;
  readonly #accessByKey = new Map<string, Access>();

  constructor(database: DatabaseSync, schema: Schema) {
    this.#schema = schema;
    this.#findUser = database.prepare(
      `SELECT u.Id AS id, u.Username AS username, u.Name AS name, u.Email AS email, p.Name AS profile,
              u.TimeZoneSidKey AS timeZone
       FROM "User" u JOIN "Profile" p ON p.Id = u.ProfileId WHERE (u.Id = ? OR u.Username = ?) AND u.IsActive = 1`,
    );
    this.#listPermissionSets = database.prepare(
      `SELECT DISTINCT p.Name AS name FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p.Id = a.PermissionSetId
       WHERE a.AssigneeId = ? ORDER BY p.Name`,
    );
  }

  /** An active user by id, with 15 or 18 characters, or by username, whatever its case. */
  findUser(idOrUsername: string): User | undefined {
    const row = this.#findUser.get(toId18(idOrUsername) ?? idOrUsername, idOrUsername);
    return row === undefined ? undefined : UserRow.parse(row);
  }

  access(user: User): Access {
    const names = this.#listPermissionSets.all(user.id).map(({ name }) => String(name));
    const key = [user.profile, ...names].join('\n');
    let access = this.#accessByKey.get(key);
    if (access === undefined) {
      access = createAccess(user.profile, this.#permissionSets(names));
      this.#accessByKey.set(key, access);
    }
    return access;
  }

  #permissionSets(names: string[]): PermissionSet[] {
    return names.flatMap((name) => this.#schema.permissionSets.get(name) ?? []);
  }
}
