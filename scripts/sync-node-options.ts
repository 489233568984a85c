/**
 * How `npm run sync` runs Node: small young generations, and an old one that grows little beyond what is in use, keep the
 * first load of tens of thousands of requests well under 400 MB.
 */
export const SYNC_NODE_OPTIONS = ['--max-semi-space-size=16', '--heap-growing-percent=40'];
