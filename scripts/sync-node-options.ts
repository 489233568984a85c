/**
 * How `npm run sync` runs Node: small young generations, and an old one that is collected once it is twice what is in use,
 * keep the first load of tens of thousands of requests under 400 MB. Collecting more often costs more than the load itself.
 */
export const SYNC_NODE_OPTIONS = ['--max-semi-space-size=16', '--heap-growing-percent=100'];
