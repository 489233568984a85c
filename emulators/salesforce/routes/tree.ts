import type { RecordError, SObjectType } from '../entities.ts';
import { jsonParserError, limitExceeded } from '../errors.ts';
import { atomically } from './atomically.ts';
import { z } from 'zod';
import { parseBody, TypedRecord } from './body.ts';
import { param, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';

const MOST_RECORDS = 200;

const Tree = z.object({ records: z.array(TypedRecord) });
const Children = z.object({ records: z.array(TypedRecord) });

interface Outcome {
  referenceId: string;
  id?: string;
  errors?: RecordError[];
}

/** Records with their children inside, all created or none. */
export function treeEndpoints(): Endpoint[] {
  return [{ method: 'POST', path: '/composite/tree/:type', answer: createTree }];
}

function createTree(call: Call): Answer {
  const object = objectInPath(call, param(call, 'type'));
  const { records } = parseBody(Tree, call.body);

  return atomically(call.platform.org.database, () => {
    const outcomes: Outcome[] = [];
    for (const record of records) create(call, object, record, {}, outcomes);
    const failed = outcomes.filter(({ errors }) => errors !== undefined);
    if (failed.length > 0) return { keep: false, result: { status: 400, body: { hasErrors: true, results: failed } } };
    return { keep: true, result: { status: 201, body: { hasErrors: false, results: outcomes } } };
  });
}

function create(
  call: Call,
  object: SObjectType,
  { values, referenceId = '' }: TypedRecord,
  parent: Record<string, string>,
  outcomes: Outcome[],
): void {
  if (outcomes.length >= MOST_RECORDS) {
    throw limitExceeded(`Tree API: cannot submit more than ${MOST_RECORDS} records`);
  }
  if (referenceId === '') throw jsonParserError('Include a reference ID for each record in the request');
  if (outcomes.some((outcome) => outcome.referenceId === referenceId)) {
    const message = 'Duplicate ReferenceId provided in the request.';
    outcomes.push({ referenceId, errors: [{ statusCode: 'INVALID_INPUT', message, fields: [] }] });
    return;
  }
  const { own, below } = splitChildren(call, object, values);
  const operation = { kind: 'insert' as const, object: object.name, values: { ...own, ...parent } };
  const [result] = call.platform.org.write(call.user, [operation], { allOrNone: true });
  if (result?.success !== true || result.id === null) {
    outcomes.push({ referenceId, errors: result?.errors ?? [] });
    return;
  }
  outcomes.push({ referenceId, id: result.id });
  for (const { child, lookup, records } of below) {
    for (const record of records) create(call, child, record, { [lookup]: result.id }, outcomes);
  }
}

function splitChildren({ platform }: Call, object: SObjectType, values: Record<string, unknown>) {
  const relationships = platform.org.schema.childRelationships(object);
  const own: Record<string, unknown> = {};
  const below: { child: SObjectType; lookup: string; records: TypedRecord[] }[] = [];
  for (const [name, value] of Object.entries(values)) {
    const found = relationships.find(
      ({ field }) => field.reference?.childRelationshipName?.toLowerCase() === name.toLowerCase(),
    );
    if (found === undefined) own[name] = value;
    else below.push({ child: found.object, lookup: found.field.name, records: parseBody(Children, value).records });
  }
  return { own, below };
}
