import { createHash } from 'node:crypto';
import type { Person } from './entities.ts';

/** The members of a workspace. An id follows from the address, so that mentions outlive a restart. */
export function toPeople(members: readonly { name: string; email: string }[]): Person[] {
  return members.map(({ name, email }) => ({ id: toId(email), name, email }));
}

function toId(email: string): string {
  return `U0${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 9).toUpperCase()}`;
}
