import { z } from 'zod';
import { parseXml } from '../../../emulators/salesforce/metadata-check/index.ts';
import { differenceOf, type Ids } from './compare.ts';
import type { Step } from './session.ts';

/** An answer that was recorded as the name of a form and what to put in it. */
const Filled = z.object({ include_template: z.string(), vars: z.record(z.string(), z.string()) });

/** Names in a form → elements of a job or a batch. */
const ELEMENTS: Record<string, string> = {
  id: 'id',
  jobId: 'jobId',
  object: 'object',
  creator: 'createdById',
  cdate: 'createdDate',
  smts: 'systemModstamp',
  state: 'state',
  idField: 'externalIdFieldName',
  numbatchcomp: 'numberBatchesCompleted',
  numbatchtotal: 'numberBatchesTotal',
  numrecsprocc: 'numberRecordsProcessed',
  tpt: 'totalProcessingTime',
  apipt: 'apiActiveProcessingTime',
};
/** Where a form says nothing. */
const DEFAULTS: Record<string, string> = { state: 'Open', numberBatchesTotal: '1', concurrencyMode: 'Parallel' };

/** The elements that a form has besides those of its variables, in the order of the service. */
const TIMES = ['totalProcessingTime', 'apiActiveProcessingTime', 'apexProcessingTime'];
const BATCH = ['numberRecordsProcessed', 'numberRecordsFailed', ...TIMES];
const JOB = [
  ...['id', 'operation', 'object', 'createdById', 'createdDate', 'systemModstamp', 'state', 'externalIdFieldName'],
  ...['concurrencyMode', 'contentType', 'numberBatchesQueued', 'numberBatchesInProgress', 'numberBatchesCompleted'],
  ...['numberBatchesFailed', 'numberBatchesTotal', 'numberRecordsProcessed', 'numberRetries', 'apiVersion'],
  ...['numberRecordsFailed', ...TIMES],
];

type Difference = string | undefined;

/** Compares answers of Bulk API 1.0: XML element by element in order, CSV as text, JSON as ever. Times are not compared. */
export function bulkDifference({ response }: Pick<Step, 'response'>, given: unknown, ids: Ids): Difference {
  const filled = Filled.safeParse(response);
  if (filled.success) return elementsDifference(fill(filled.data), flat(given), ids);
  if (typeof response === 'string' && response.startsWith('<?xml')) {
    return elementsDifference(flat(response), flat(given), ids);
  }
  if (typeof response === 'string') return differenceOf(response.split('\n'), String(given).split('\n'), ids, 'body');
  return differenceOf(withoutTimes(response), withoutTimes(given), ids, 'body');
}

function elementsDifference(recorded: [string, string][], given: [string, string][], ids: Ids): Difference {
  return differenceOf(recorded.map(masked), given.map(masked), ids, 'body');
}

/** The names and texts of all elements, in the order of the document. */
function flat(document: unknown): [string, string][] {
  const walk = ({ name, text, children }: ReturnType<typeof parseXml>): [string, string][] => [
    [name, text.trim()],
    ...children.flatMap(walk),
  ];
  return walk(parseXml(String(document)));
}

function fill({ include_template: form, vars }: z.infer<typeof Filled>): [string, string][] {
  const named = Object.entries(vars).map(([name, value]): [string, string] => [ELEMENTS[name] ?? name, value]);
  const isJob = form.startsWith('jobInfo');
  const fixed = { operation: form.split('_')[1] ?? '', contentType: 'CSV', externalIdFieldName: 'Id' };
  const values: Record<string, string> = { ...(isJob && { ...DEFAULTS, ...fixed }), ...Object.fromEntries(named) };
  const names = isJob ? JOB : ['id', 'jobId', 'state', 'createdDate', 'systemModstamp', ...BATCH];
  const isOfForm = (name: string): boolean => name !== 'externalIdFieldName' || fixed.operation === 'upsert';
  const elements = names.filter(isOfForm).map((name): [string, string] => [name, values[name] ?? '0']);
  if (isJob) return [['jobInfo', ''], ...elements];
  return form.startsWith('batchInfoList')
    ? [['batchInfoList', ''], ['batchInfo', ''], ...elements]
    : [['batchInfo', ''], ...elements];
}

// How long it took, and which version was masked, is not compared.
function masked([name, text]: [string, string]): [string, string] {
  return TIMES.includes(name) || name === 'apiVersion' ? [name, ''] : [name, text];
}

function withoutTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (name, one: unknown) => (TIMES.includes(name) ? 0 : one))) as unknown;
}

/** What a body held that was recorded in the pieces in which it was sent: each after its length in hexadecimal digits. */
export function unchunked(body: string): string {
  const pieces: string[] = [];
  for (let rest = body; ;) {
    const head = /^([\da-f]+)\r\n/i.exec(rest);
    if (head === null) return pieces.length === 0 ? body : pieces.join('');
    const end = rest.indexOf('\r\n\r\n', head[0].length);
    if (end < 0) return pieces.join('');
    pieces.push(`${rest.slice(head[0].length, end)}\r\n`);
    rest = rest.slice(end + 4);
  }
}
