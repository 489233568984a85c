import { z } from 'zod';
import { jsonParserError } from '../errors.ts';

/** Fields of one record as a client wrote them. `attributes` is the API's own and no field. */
export const RecordValues = z
  .record(z.string(), z.unknown())
  .transform((values) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'attributes')));

/** A record that says what it is. */
export const TypedRecord = z
  .looseObject({ attributes: z.looseObject({ type: z.string(), referenceId: z.string().optional() }) })
  .transform(({ attributes, ...values }) => ({ ...attributes, values }));
export type TypedRecord = z.infer<typeof TypedRecord>;

/** Reads a body; what has another shape is JSON_PARSER_ERROR that names the place. */
export function parseBody<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  if (body === undefined || body === null) {
    throw jsonParserError('The HTTP entity body is required, but this request has no entity body.');
  }
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the body' : issue.path.join('.');
  throw jsonParserError(`Unexpected content at ${place}: ${issue?.message ?? 'unreadable'}`);
}

/** JSON in a part of a request. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw jsonParserError(error instanceof Error ? error.message : String(error));
  }
}
