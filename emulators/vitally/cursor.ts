import { badRequest } from './errors.ts';
import type { Place } from './store.ts';

/** The opaque text that clients hand back as `from`. */
export function toCursor(place: Place): string {
  return Buffer.from(`${place.at} ${place.id}`).toString('base64');
}

export function parseCursor(cursor: string): Place {
  const match = /^(?<at>\d{4}-\d{2}-\d{2}T[\d:.]+Z) (?<id>[0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64').toString(),
  );
  if (match?.groups === undefined) throw badRequest(`from: Invalid cursor "${cursor}"`);
  const { at = '', id = '' } = match.groups;
  return { at, id };
}
