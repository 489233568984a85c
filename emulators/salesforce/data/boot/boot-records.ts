import { createAccess } from '../../access/index.ts';
import type { User } from '../../entities.ts';
import { createId } from '../ids.ts';
import type { DataParts } from '../save-record.ts';
import type { Components } from './components.ts';
import { assignRecords, createPeople, findPeople, type Person, type Personas } from './people.ts';
import { writeMetadataRecords } from './metadata-records.ts';
import { componentId, writePlatformRows } from './platform-rows.ts';
import { loadTreePlan } from './tree-plan.ts';

/** The first user there is, who creates everybody else. */
const FIRST_ADMIN: User = {
  id: createId('005', 1),
  username: '',
  name: '',
  email: '',
  profile: 'System Administrator',
};

interface FirstContents {
  personas: Personas;
  /** An `sf data import tree` plan. */
  plan: string | undefined;
}

/** Writes the org's own rows, and in an org without users also the people and their records. */
export function bootRecords(
  parts: DataParts,
  components: Components,
  { personas, plan }: FirstContents,
  now: Date,
): { orgId: string; people: Person[] } {
  const { schema, store } = parts;
  const orgId = writePlatformRows({ schema, store, components, adminId: FIRST_ADMIN.id, now });
  writeMetadataRecords(parts, components, now);
  const writing = { user: FIRST_ADMIN, access: createAccess(FIRST_ADMIN.profile, []), now };
  const there = findPeople(parts, personas);
  if (there.length > 0) {
    parts.rollUps.recalculate(store, writing);
    return { orgId, people: there };
  }

  const idOf = (object: string, name: string): string => componentId(components, schema, object, name);
  const people = createPeople(parts, personas.people, idOf, writing);
  if (plan !== undefined) loadTreePlan(parts, plan, writing);
  assignRecords(parts, personas, people, writing);
  parts.sequences.save();
  return { orgId, people };
}
