import { z } from 'zod';

const time = z.string().nullish();

/** The part of an account that the mirror compares. */
export const VitallyAccount = z
  .object({
    id: z.string(),
    traits: z
      .record(z.string(), z.unknown())
      .nullish()
      .transform((traits) => traits ?? {}),
    churnedAt: z.unknown().optional(),
    updatedAt: time,
  })
  .transform(({ churnedAt, ...account }) => ({
    ...account,
    hasChurned: churnedAt !== null && churnedAt !== undefined && churnedAt !== '',
  }));
export type VitallyAccount = z.infer<typeof VitallyAccount>;

/** A note, task or project: what it is found by. */
export const VitallyRecord = z.looseObject({
  id: z.string(),
  externalId: z.string().nullish(),
  name: z.string().nullish(),
  traits: z.record(z.string(), z.unknown()).nullish(),
  updatedAt: time,
  archivedAt: time,
});
export type VitallyRecord = z.infer<typeof VitallyRecord>;

/** Lists end where there is no `next`. */
export const RecordPage = z.object({ results: z.array(VitallyRecord), next: z.string().nullish() });

export const AdminSearch = z.object({ results: z.array(z.object({ id: z.string() })) });

/** Errors come as `{error}` or, seen in the wild, `{message}`. */
export const Problem = z
  .object({ error: z.string().optional(), message: z.string().optional() })
  .transform(({ error, message }) => error ?? message ?? '');

/** Traits that are set up, as `GET /resources/customFields` lists them. */
export const TraitList = z.array(z.object({ path: z.string() }));
