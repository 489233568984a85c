import { z } from 'zod';
import { childOf, parseXml, textOf, XmlError } from '../metadata-check/index.ts';
import { AsyncApiError } from './errors.ts';
import { CONTENT_TYPES, QUERIES } from './job.ts';
import type { Format } from './answers.ts';

const FIELDS = ['operation', 'object', 'externalIdFieldName', 'concurrencyMode', 'contentType', 'state'] as const;

const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete', ...QUERIES] as const;

/** What a client asks of a job. */
export const JobWish = z.object({
  operation: z.enum(OPERATIONS).optional(),
  object: z.string().optional(),
  externalIdFieldName: z.string().nullish(),
  concurrencyMode: z.enum(['Parallel', 'Serial']).nullish(),
  contentType: z.enum(CONTENT_TYPES).nullish(),
  assignmentRuleId: z.null('assignment rules are not served by this emulator').optional(),
  state: z.enum(['Open', 'Closed', 'Aborted']).optional(),
});
export type JobWish = z.infer<typeof JobWish>;

/** Reads a jobInfo; what is unreadable is InvalidXML or ClientInputError, and an odd value is InvalidJob. */
export function readJobWish(body: Buffer, format: Format): JobWish {
  const given = format === 'JSON' ? fromJson(body) : fromXml(body);
  const parsed = JobWish.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new AsyncApiError('InvalidJob', `Unable to read ${place}: ${issue?.message ?? 'unreadable'}`);
}

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw new AsyncApiError('ClientInputError', `Failed to parse the request: ${String(error)}`);
  }
}

function fromXml(body: Buffer): unknown {
  try {
    const info = parseXml(body.toString('utf8').trim());
    if (info.name.split(':').at(-1) !== 'jobInfo') throw new XmlError('expected an element jobInfo', info.line);
    const names = [...FIELDS, 'assignmentRuleId'].filter((name) => childOf(info, name) !== undefined);
    return Object.fromEntries(names.map((name) => [name, textOf(info, name)]));
  } catch (error) {
    if (error instanceof XmlError) throw new AsyncApiError('InvalidXML', error.message);
    throw error;
  }
}
