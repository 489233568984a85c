import type { SaveResult, User, WriteOperation } from '../entities.ts';
import type { Org } from '../org.ts';

/** Takes records of any objects out of the recycle bin, each for itself; answers in order. */
export function undelete(org: Org, user: User, ids: string[]): SaveResult[] {
  const known = ids.map((id): WriteOperation | undefined => {
    const object = org.schema.objectOfId(id);
    return object && { kind: 'undelete', object: object.name, id };
  });
  const results = org.write(
    user,
    known.filter((operation) => operation !== undefined),
    { allOrNone: false },
  );
  const answers = results.values();
  return known.map((operation, index) => {
    const answer = operation === undefined ? undefined : answers.next().value;
    return answer ?? malformed(ids[index] ?? '');
  });
}

function malformed(id: string): SaveResult {
  return {
    id: null,
    success: false,
    errors: [{ statusCode: 'MALFORMED_ID', message: `malformed id ${id}`, fields: [] }],
  };
}
