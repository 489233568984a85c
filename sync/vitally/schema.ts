import { z } from 'zod';

/** The part of an account that the mirror compares. */
export const VitallyAccount = z.object({
  id: z.string(),
  traits: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((traits) => traits ?? {}),
});
export type VitallyAccount = z.infer<typeof VitallyAccount>;

/** Errors come as `{error}` or, seen in the wild, `{message}`. */
export const Problem = z
  .object({ error: z.string().optional(), message: z.string().optional() })
  .transform(({ error, message }) => error ?? message ?? '');
