/** Which answer to give where the vendor documents none. Each can be changed while the emulator runs. */
export interface UndocumentedAnswers {
  /** `POST` of an account, organization or user with an external id that is taken: a 400, a 409, or it is updated. */
  duplicateExternalId: 'reject' | 'upsert' | 'conflict';
  /** The same for notes, which are documented as unique but not as upserted. */
  duplicateNote: 'upsert' | 'reject' | 'conflict';
  /** The same where a note or task that was deleted has it: that one is updated, or brought back, or a 400, or a new one. */
  archivedExternalId: 'updated' | 'revived' | 'reject' | 'free';
  /** Whether lists tell of what was deleted when `archived` is left out. */
  archivedListed: 'hidden' | 'listed';
  /** The answer to an id that is not known. */
  unknownId: 'notFound' | 'badRequest';
  /** The status of an answer to a POST that made something. */
  created: 'ok' | 'created';
  /** The answer to a DELETE: 204, or 200 with what was deleted. */
  deleted: 'noContent' | 'ok';
  /** The shape of an error's body: documented is the first, the others were seen in clients. */
  errorBody: 'error' | 'message' | 'statusCode';
  /** When lists and searches tell of a new record: at once, or half a minute later. */
  listed: 'atOnce' | 'later';
  /** What DELETE leaves of an account: nothing, or one that is still known by its id and stands in no list. */
  deletedAccount: 'gone' | 'kept';
  /** What becomes of a trait `vitally.custom.*` that no administrator set up. */
  undefinedTrait: 'kept' | 'dropped' | 'refused';
  /** Whose a note is when `authorId` is left out. */
  author: 'nobody' | 'integration';
  /** What `source` says of a note or task that was written over this API. */
  source: 'none' | 'api';
  /** What becomes of a note or description of more than `LONG_TEXT` characters. */
  longText: 'kept' | 'refused';
  /** How many units of the rate limit a write costs. */
  writeCost: 1 | 2 | 5;
  /** How the limit is counted; both are described, on pages of different age. */
  limit: 'slidingWindow' | 'tokenBucket';
}

/** The answers that can be chosen, the likeliest first. */
export const UNDOCUMENTED: { readonly [Name in keyof UndocumentedAnswers]: readonly UndocumentedAnswers[Name][] } = {
  duplicateExternalId: ['reject', 'upsert', 'conflict'],
  duplicateNote: ['upsert', 'reject', 'conflict'],
  archivedExternalId: ['updated', 'revived', 'reject', 'free'],
  archivedListed: ['hidden', 'listed'],
  unknownId: ['notFound', 'badRequest'],
  created: ['ok', 'created'],
  deleted: ['noContent', 'ok'],
  errorBody: ['error', 'message', 'statusCode'],
  listed: ['atOnce', 'later'],
  deletedAccount: ['gone', 'kept'],
  undefinedTrait: ['kept', 'dropped', 'refused'],
  author: ['nobody', 'integration'],
  source: ['none', 'api'],
  longText: ['kept', 'refused'],
  writeCost: [1, 2, 5],
  limit: ['slidingWindow', 'tokenBucket'],
};

/** How long a record stays out of lists when they lag behind, in milliseconds. */
export const LIST_LAG_MS = 30_000;

/** How many characters are long, where long texts are refused. */
export const LONG_TEXT = 65_535;

/** The likeliest answers, and those that are asked for instead. */
export function likeliest(chosen: Partial<UndocumentedAnswers> = {}): UndocumentedAnswers {
  return {
    duplicateExternalId: 'reject',
    duplicateNote: 'upsert',
    archivedExternalId: 'updated',
    archivedListed: 'hidden',
    unknownId: 'notFound',
    created: 'ok',
    deleted: 'noContent',
    errorBody: 'error',
    listed: 'atOnce',
    deletedAccount: 'gone',
    undefinedTrait: 'kept',
    author: 'nobody',
    source: 'none',
    longText: 'kept',
    writeCost: 1,
    limit: 'slidingWindow',
    ...chosen,
  };
}

/** Takes over the answers that are named. One that cannot be chosen is a RangeError. */
export function choose(answers: UndocumentedAnswers, chosen: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(chosen)) {
    const variants: readonly unknown[] = (UNDOCUMENTED as Record<string, readonly unknown[] | undefined>)[name] ?? [];
    if (!variants.includes(value)) {
      throw new RangeError(`${name}: expected one of ${variants.map(String).join(', ')}, got ${String(value)}`);
    }
  }
  Object.assign(answers, chosen);
}
