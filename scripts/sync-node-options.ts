/** How `npm run sync` runs Node: small young generations keep the first load of thousands of requests under 300 MB. */
export const SYNC_NODE_OPTIONS = ['--max-semi-space-size=2'];
