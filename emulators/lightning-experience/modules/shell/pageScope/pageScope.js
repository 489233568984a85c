import { session } from 'shell/session';

/** What components of a page without a record may ask: custom permissions, and of no field. */
export const PAGE_SCOPE = {
  highlights: [],
  relatedLists: {},
  valueOf: (path) => {
    throw new Error(`there is no record to read ${path} of`);
  },
  hasPermission: (name) => session.customPermissions.includes(name),
};
