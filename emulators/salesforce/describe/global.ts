import type { User } from '../entities.ts';
import type { Org } from '../org.ts';
import { summaryOf } from './object.ts';

/** All objects that this user may see. */
export function describeGlobal(org: Org, user: User, base: string) {
  const access = org.access(user);
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: [...org.schema.objects.values()]
      .filter((object) => access.mayRead(object))
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((object) => summaryOf(object, access, base)),
  };
}
