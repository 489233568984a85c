import type { User } from '../../entities.ts';
import type { Platform } from '../../platform.ts';
import { SoapFault, type SoapRequest } from './envelope.ts';

/** Whose session a call comes in, which counts as a request. Throws a fault when there is none. */
export function callerOf(
  { org, sessions, usage }: Pick<Platform, 'org' | 'sessions' | 'usage'>,
  { sessionId }: SoapRequest,
): User {
  const username = sessions.usernameOf(sessionId);
  const user = username === undefined ? undefined : org.findUser(username);
  if (user === undefined) {
    throw new SoapFault(
      'sf:INVALID_SESSION_ID',
      'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
    );
  }
  usage.count();
  return user;
}
