import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { PROFILES, type SObjectType, type StoredRecord } from '../../entities.ts';
import type { DataParts } from '../save-record.ts';
import { join } from './group-rows.ts';
import type { Save } from './save-one.ts';

const PersonSource = z.object({
  alias: z.string().min(1).max(8),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  email: z.string(),
  title: z.string(),
  role: z.enum(['AE', 'CE', 'IE', 'TPM', 'TA', 'Leadership', 'Support', 'Cloud', 'Admin', 'Integration']),
  profile: z.enum(PROFILES),
  permissionSets: z.array(z.string()).default([]),
  permissionSetGroups: z.array(z.string()).default([]),
  /** Public groups and queues. */
  groups: z.array(z.string()).default([]),
});

const Personas = z.object({
  people: z.array(PersonSource),
  records: z
    .array(
      z.object({ object: z.string(), where: z.record(z.string(), z.string()), set: z.record(z.string(), z.string()) }),
    )
    .default([]),
  /** What they have done since: a file of steps, beside this one. */
  story: z.string().optional(),
});

export type PersonSource = z.output<typeof PersonSource>;
export type Personas = z.output<typeof Personas>;

/** Someone who works in the org. */
export interface Person extends Pick<PersonSource, 'alias' | 'name' | 'role' | 'title' | 'username'> {
  userId: string;
}

const ADMIN: PersonSource = {
  alias: 'adi',
  name: 'Adi Sharma',
  firstName: 'Adi',
  lastName: 'Sharma',
  username: 'adi@groundwork.example',
  email: 'adi@groundwork.example',
  title: 'Salesforce Administrator',
  role: 'Admin',
  profile: 'System Administrator',
  permissionSets: [],
  permissionSetGroups: [],
  groups: [],
};

/** Reads who works in the org and what is theirs. There is always an administrator, who comes first. */
export function readPersonas(file: string | undefined): Personas {
  const personas: Personas = file === undefined ? { people: [], records: [] } : parsePersonas(file);
  const isAdmin = (person: PersonSource): boolean => person.profile === 'System Administrator';
  const admins = personas.people.filter(isAdmin);
  const others = personas.people.filter((person) => !isAdmin(person));
  return { ...personas, people: [...(admins.length > 0 ? admins : [ADMIN]), ...others] };
}

function parsePersonas(file: string): Personas {
  const parsed = Personas.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new TypeError(`${file}: ${z.prettifyError(parsed.error)}`);
  const { story, ...personas } = parsed.data;
  return story === undefined ? personas : { ...personas, story: resolve(dirname(file), story) };
}

/** The id of a deployed component. */
export type IdOf = (object: 'Profile' | 'PermissionSet' | 'PermissionSetGroup' | 'Group', name: string) => string;

/** Creates the users and gives them their permission sets. Profiles, permission sets and groups of them go by name. */
export function createPeople(parts: DataParts, people: PersonSource[], idOf: IdOf, save: Save): Person[] {
  const { permissionSets, permissionSetGroups } = parts.schema;
  return people.map((person) => {
    const values = toUserValues(person, idOf('Profile', person.profile));
    const AssigneeId = save({ kind: 'insert', object: 'User', values });
    const assign = (name: string, known: ReadonlyMap<string, unknown>, assigned: Record<string, string>): void => {
      if (!known.has(name))
        throw new TypeError(`${person.alias}: expected a permission set of the source, got ${name}`);
      save({ kind: 'insert', object: 'PermissionSetAssignment', values: { AssigneeId, ...assigned } });
    };
    for (const name of person.permissionSets) {
      assign(name, permissionSets, { PermissionSetId: idOf('PermissionSet', name) });
    }
    for (const name of person.permissionSetGroups) {
      assign(name, permissionSetGroups, { PermissionSetGroupId: idOf('PermissionSetGroup', name) });
    }
    return toPerson(person, AssigneeId);
  });
}

/** Puts people into their public groups and queues. */
export function joinGroups(parts: DataParts, sources: PersonSource[], people: Person[], idOf: IdOf, save: Save): void {
  for (const [index, { alias, groups }] of sources.entries()) {
    const userId = people[index]?.userId;
    for (const name of groups) {
      if (!parts.schema.groups.has(name)) {
        throw new TypeError(`${alias}: expected a group or queue of the source, got ${name}`);
      }
      if (userId !== undefined) join(parts, idOf('Group', name), userId, save);
    }
  }
}

/** Those of the people who are users already, as after the first boot. */
export function findPeople(parts: DataParts, { people }: Personas): Person[] {
  const user = objectNamed('User', parts);
  return people.flatMap((person) =>
    parts.store.findBy(user, 'Username', person.username).map((row) => toPerson(person, String(row['Id']))),
  );
}

function toPerson({ alias, name, role, title, username }: PersonSource, userId: string): Person {
  return { alias, name, role, title, username, userId };
}

function toUserValues(person: PersonSource, profileId: string): Record<string, string> {
  return {
    Username: person.username,
    FirstName: person.firstName,
    LastName: person.lastName,
    Email: person.email,
    Title: person.title,
    Alias: person.alias,
    CommunityNickname: person.alias,
    ProfileId: profileId,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

/** Gives records to people: `@ana` in a value is her user id. */
export function assignRecords(parts: DataParts, personas: Personas, people: Person[], save: Save): void {
  const ids = new Map(people.map(({ alias, userId }) => [`@${alias}`, userId]));
  for (const { object: name, where, set } of personas.records) {
    const object = objectNamed(name, parts);
    const [[field, value] = ['Name', ''], ...more] = Object.entries(where);
    const found = parts.store.findBy(object, field, value).filter((record) => matches(record, more));
    if (found.length === 0) throw new TypeError(`No ${name} where ${JSON.stringify(where)}`);
    const values = Object.entries(set).map(([key, text]) => [key, toPersonId(ids, text)] as const);
    for (const record of found) {
      save({ kind: 'update', object: object.name, id: String(record['Id']), values: Object.fromEntries(values) });
    }
  }
}

function matches(record: StoredRecord, wanted: [string, string][]): boolean {
  return wanted.every(([name, value]) => record[name] === value);
}

function toPersonId(ids: Map<string, string>, text: string): string {
  if (!text.startsWith('@')) return text;
  const id = ids.get(text);
  if (id === undefined) throw new TypeError(`Expected the alias of a person, got ${text}`);
  return id;
}

function objectNamed(name: string, { schema }: DataParts): SObjectType {
  const object = schema.findObject(name);
  if (object === undefined) throw new TypeError(`There is no object ${name}`);
  return object;
}
