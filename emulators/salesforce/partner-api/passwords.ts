import { randomBytes } from 'node:crypto';
import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';

/** Gives a user a password, as that user or an administrator may; false when there is no such user, or it is not allowed. */
export function setPassword(platform: Platform, asking: User, userId: string, password: string): boolean {
  const user = platform.org.findUser(userId);
  const isAllowed = user?.id === asking.id || asking.profile === 'System Administrator';
  if (user === undefined || !isAllowed) return false;
  platform.webApps.setPassword(user.username, password);
  return true;
}

/** A password that nobody has chosen. */
export function madeUpPassword(): string {
  return randomBytes(9).toString('base64url');
}
