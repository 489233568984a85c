import { SoapFault } from '../metadata-api/index.ts';
import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';

/** Opens a session for a name and a password, which is never followed by a security token here. */
export function login(platform: Platform, username: string, password: string, version: string) {
  const { org, origin, sessions, webApps } = platform;
  const user = org.findUser(username);
  if (user === undefined || !webApps.isPassword(user.username, password)) {
    throw new SoapFault(
      'sf:INVALID_LOGIN',
      'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
    );
  }
  return {
    metadataServerUrl: `${origin()}/services/Soap/m/${version}`,
    passwordExpired: false,
    sandbox: false,
    serverUrl: `${origin()}/services/Soap/u/${version}`,
    sessionId: sessions.open(org.id, user.username),
    userId: user.id,
    userInfo: userInfo(platform, user),
  };
}

/** What `login` and `getUserInfo` tell of a user. */
export function userInfo({ org }: Platform, user: User) {
  const users = org.schema.findObject('User');
  const organizations = org.schema.findObject('Organization');
  const row = users && org.findRecord(users, user.id);
  const organization = organizations && org.findRecord(organizations, org.id);
  return {
    organizationId: org.id,
    organizationMultiCurrency: false,
    organizationName: organization?.['Name'] ?? '',
    profileId: row?.['ProfileId'] ?? '',
    roleId: row?.['UserRoleId'] ?? undefined,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: row?.['LanguageLocaleKey'] ?? '',
    userLocale: row?.['LocaleSidKey'] ?? '',
    userName: user.username,
    userTimeZone: row?.['TimeZoneSidKey'] ?? '',
    userType: 'Standard',
  };
}
