import { z } from 'zod';
import type { Call } from './call.ts';
import type { Metadata } from './entities.ts';
import { SlackError } from './errors.ts';

const MetadataShape = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

/** The `metadata` argument: undefined when it is absent, null when it is the empty object, which takes it away. */
export function metadataOf(call: Call): Metadata | null | undefined {
  const value = call.json('metadata', new SlackError('invalid_metadata_format'));
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SlackError('invalid_metadata_format');
  }
  if (Object.keys(value).length === 0) return null;
  const { data } = MetadataShape.safeParse(value);
  if (data === undefined) throw new SlackError('invalid_metadata_schema');
  return data;
}
