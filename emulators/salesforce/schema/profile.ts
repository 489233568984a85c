import { z } from 'zod';
import { inert, readComponent, type MetadataFile } from './metadata-file.ts';

const elsewhere = z.never('in a profile is not supported yet; grant it with a permission set').optional();

/** What a profile grants. The profiles of the org are its own, so a deployed one may only say what no record depends on. */
const Profile = z.strictObject({
  ...inert('applicationVisibilities', 'categoryGroupVisibilities', 'custom', 'description', 'fullName'),
  ...inert('layoutAssignments', 'pageAccesses', 'recordTypeVisibilities', 'tabVisibilities', 'userLicense'),
  classAccesses: elsewhere,
  customMetadataTypeAccesses: elsewhere,
  customPermissions: elsewhere,
  customSettingAccesses: elsewhere,
  fieldPermissions: elsewhere,
  flowAccesses: elsewhere,
  loginFlows: elsewhere,
  loginHours: elsewhere,
  loginIpRanges: elsewhere,
  objectPermissions: elsewhere,
  userPermissions: elsewhere,
});

/** Refuses what a profile would change; the rest of it is for pages. */
export function checkProfile(file: MetadataFile): void {
  readComponent(file, 'Profile', Profile);
}
