/** Who looks at the page, and its `<link>` to the design system. Filled in before anything else is loaded, so that `@salesforce/user/Id` is a plain value. */
export const session = { userId: undefined, name: '', portal: '', customPermissions: [], stylesheet: undefined };
