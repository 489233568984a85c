import { createHash } from 'node:crypto';

/** Tells whether an answer is the one that a client has already. */
export function toETag(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}
