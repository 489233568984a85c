import { unwrap } from 'lwc';
import { records } from 'lds/records';

/** Asks the server again for what a wire has emitted. */
export function refreshApex(wired) {
  return records.refreshEmitted(unwrap(wired));
}
