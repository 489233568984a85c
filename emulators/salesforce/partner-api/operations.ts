import { callerOf, localName, partText, SoapFault, type SoapRequest } from '../metadata-api/index.ts';
import type { Platform } from '../platform.ts';
import { login, userInfo } from './login.ts';
import { madeUpPassword, setPassword } from './passwords.ts';
import { undelete } from './undelete.ts';

/** Ids at most in one call. */
const MOST = 200;

type Operation = (platform: Platform, request: SoapRequest, version: string) => unknown;

/**
 * The operations of the SOAP API that are here, which are those that REST has no resource for and those of clients that log
 * in by SOAP. https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_list.htm
 */
export const OPERATIONS: Partial<Record<string, Operation>> = {
  login: (platform, { body }, version) =>
    login(platform, partText(body, 'username') ?? '', partText(body, 'password') ?? '', version),

  logout(platform, request) {
    callerOf(platform, request);
    platform.sessions.close(request.sessionId);
    return undefined;
  },

  getUserInfo: (platform, request) => userInfo(platform, callerOf(platform, request)),

  getServerTimestamp(platform, request) {
    callerOf(platform, request);
    return { timestamp: platform.org.clock.now().toISOString() };
  },

  setPassword(platform, request) {
    changePassword(platform, request, partText(request.body, 'password') ?? '');
    return {};
  },

  resetPassword(platform, request) {
    const password = madeUpPassword();
    changePassword(platform, request, password);
    return { password };
  },

  undelete(platform, request) {
    const user = callerOf(platform, request);
    const ids = request.body.children.filter(({ name }) => localName(name) === 'ids').map((id) => id.text.trim());
    if (ids.length > MOST) {
      throw new SoapFault(
        'sf:EXCEEDED_ID_LIMIT',
        `EXCEEDED_ID_LIMIT: record limit reached. cannot submit more than ${MOST} records into this call`,
      );
    }
    return undelete(platform.org, user, ids).map(({ id, success, errors }) => ({
      errors,
      ...(id !== null && { id }),
      success,
    }));
  },
};

function changePassword(platform: Platform, request: SoapRequest, password: string): void {
  const user = callerOf(platform, request);
  const userId = partText(request.body, 'userId') ?? '';
  if (password === '') {
    throw new SoapFault('sf:INVALID_NEW_PASSWORD', 'INVALID_NEW_PASSWORD: Your password cannot be blank.');
  }
  if (!setPassword(platform, user, userId, password)) {
    throw new SoapFault(
      'sf:INVALID_CROSS_REFERENCE_KEY',
      `INVALID_CROSS_REFERENCE_KEY: invalid cross reference id ${userId}`,
    );
  }
}
