import { createOrg, type LocalOrg, type OrgOptions } from '../../../../../emulators/salesforce/create-org.ts';
import type { SaveResult, User, WriteOperation } from '../../../../../emulators/salesforce/entities.ts';
import { VirtualClock } from '../../../../../emulators/core/index.ts';
import { withSource, type SourceFiles } from '../schema/source-folder.ts';

/** A Sunday, in the fourth quarter of the fiscal year 2027. */
export const START = new Date('2026-11-22T10:00:00.750Z');

const open: LocalOrg[] = [];

/** An org in memory with a clock that stands still, one administrator and no records. */
export async function bootOrg(
  files: SourceFiles,
  options: Pick<OrgOptions, 'governorLimits'> = {},
): Promise<{ org: LocalOrg; admin: User; clock: VirtualClock }> {
  const clock = new VirtualClock({ frozenAt: START });
  const org = await withSource(files, (source) => createOrg({ ...options, source, clock }));
  open.push(org);
  return { org, admin: userNamed(org, 'adi@groundwork.example'), clock };
}

/** Closes every org that the test has booted. */
export function closeOrgs(): void {
  for (const org of open.splice(0)) org.close();
}

export function userNamed(org: LocalOrg, username: string): User {
  const user = org.findUser(username);
  if (user === undefined) throw new Error(`There is no user ${username}`);
  return user;
}

/** Writes one record. */
export function writeOne(org: LocalOrg, user: User, operation: WriteOperation): SaveResult {
  const [result] = org.write(user, [operation], { allOrNone: false });
  if (result === undefined) throw new Error('A write answers once per operation');
  return result;
}

/** Creates a record that must succeed, and answers its id. */
export function create(org: LocalOrg, user: User, object: string, values: Record<string, unknown>): string {
  const { id, errors } = writeOne(org, user, { kind: 'insert', object, values });
  if (id === null) throw new Error(JSON.stringify(errors));
  return id;
}

/** The record as stored, deleted or not. */
export function stored(org: LocalOrg, object: string, id: string): Record<string, unknown> | undefined {
  const type = org.schema.findObject(object);
  return type && org.findRecord(type, id, { deleted: true });
}
