import { createAccess } from '../../access/index.ts';
import type { User } from '../../entities.ts';
import { createId } from '../ids.ts';
import type { NotificationType } from '../../schema/index.ts';
import type { Writing } from '../change.ts';
import type { DataParts } from '../save-record.ts';
import type { Components } from './components.ts';
import { fillGroups } from './group-rows.ts';
import {
  assignRecords,
  createPeople,
  findPeople,
  joinGroups,
  type IdOf,
  type Person,
  type Personas,
} from './people.ts';
import { writeMetadataRecords } from './metadata-records.ts';
import { writePlatformRows } from './platform-rows.ts';
import { componentId } from './row-writer.ts';
import { saveOne, type Save } from './save-one.ts';
import { playStory, type SaveThen } from './story.ts';
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
  notificationTypes: NotificationType[];
  personas: Personas;
  /** An `sf data import tree` plan. */
  plan: string | undefined;
}

export interface BootedRecords {
  orgId: string;
  people: Person[];
}

/** Flows run for the first contents as for any others, but what they send is old when anybody could read it. */
interface BootAutomation {
  begin(writer: Omit<Writing, 'automation'>): Writing;
  forgetMessages(): void;
}

/** Writes the org's own rows, and in an org without users also the people and their records. */
export function bootRecords(
  parts: DataParts,
  components: Components,
  { notificationTypes, personas, plan }: FirstContents,
  automation: BootAutomation,
  now: Date,
): BootedRecords {
  const { schema, store } = parts;
  const { orgId, newGroups } = writePlatformRows({
    schema,
    store,
    components,
    notificationTypes,
    adminId: FIRST_ADMIN.id,
    now,
  });
  const writer = { user: FIRST_ADMIN, access: createAccess({ profile: FIRST_ADMIN.profile, permissionSets: [] }), now };
  writeMetadataRecords(parts, components, automation.begin(writer));
  const save: Save = (operation) => saveOne(parts, operation, automation.begin(writer));
  const idOf: IdOf = (object, name) => componentId(components, schema, object, name);
  const fillNewGroups = (): void => {
    fillGroups(parts, newGroups, (name) => idOf('Group', name), save);
  };
  const there = findPeople(parts, personas);
  if (there.length > 0) {
    fillNewGroups();
    parts.rollUps.recalculate(store, automation.begin(writer));
    return { orgId, people: there };
  }

  const people = createPeople(parts, personas.people, idOf, save);
  fillNewGroups();
  joinGroups(parts, personas.people, people, idOf, save);
  const saveAsAdmin = asFirstAdmin(parts, people, now, automation);
  const planned = plan === undefined ? [] : loadTreePlan(parts, plan, now, saveAsAdmin);
  assignRecords(parts, personas, people, saveAsAdmin);
  if (plan !== undefined && personas.story !== undefined) {
    const ids = new Map([...people.map(({ alias, userId }) => [alias, userId] as const), ...planned]);
    const saveThen: SaveThen = (user, at, operation) =>
      saveOne(parts, operation, automation.begin({ user, access: parts.users.access(user), now: at }));
    playStory(parts, personas.story, { ids, now, save: saveThen });
  }
  automation.forgetMessages();
  return { orgId, people };
}

/** The first contents come from the first administrator, with all that was assigned to that person. */
function asFirstAdmin(parts: DataParts, [admin]: Person[], now: Date, automation: BootAutomation): Save {
  const user = admin && parts.users.findUser(admin.userId);
  if (user === undefined) throw new TypeError('An org has an administrator');
  const writer = { user, access: parts.users.access(user), now };
  return (operation) => saveOne(parts, operation, automation.begin(writer));
}
