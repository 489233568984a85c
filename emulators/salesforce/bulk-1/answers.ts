import { toRestDatetime } from '../wire-values.ts';
import type { AsyncApiError } from './errors.ts';
import { toBatchInfo, toJobInfo } from './infos.ts';
import type { AsyncBatch, AsyncJob } from './job.ts';
import { toDocument, toElements } from './xml.ts';

export type Format = 'JSON' | 'XML';

export interface TextAnswer {
  status: number;
  type: string;
  text: string;
}

export function jobAnswer(job: AsyncJob, format: Format, status = 200): TextAnswer {
  const info = toJobInfo(job);
  if (format === 'XML') return xmlAnswer(toDocument('jobInfo', toElements(info)), status);
  return jsonAnswer(sorted({ ...info, apiVersion: Number(job.version) }), status);
}

export function batchAnswer(job: AsyncJob, batch: AsyncBatch, status = 200): TextAnswer {
  const info = toBatchInfo(job, batch);
  if (job.contentType === 'JSON') return jsonAnswer(sorted(info), status);
  return xmlAnswer(toDocument('batchInfo', toElements(info)), status);
}

export function batchListAnswer(job: AsyncJob): TextAnswer {
  const batchInfo = job.batches.map((batch) => toBatchInfo(job, batch));
  if (job.contentType === 'JSON') return jsonAnswer({ batchInfo: batchInfo.map(sorted) });
  return xmlAnswer(toDocument('batchInfoList', toElements({ batchInfo })));
}

export function errorAnswer({ code, message, status }: AsyncApiError, format: Format): TextAnswer {
  const error = { exceptionCode: code, exceptionMessage: message };
  return format === 'JSON' ? jsonAnswer(error, status) : xmlAnswer(toDocument('error', toElements(error)), status);
}

export function jsonAnswer(body: unknown, status = 200): TextAnswer {
  return { status, type: 'application/json;charset=UTF-8', text: JSON.stringify(body) };
}

export function xmlAnswer(text: string, status = 200): TextAnswer {
  return { status, type: 'application/xml', text };
}

export function csvAnswer(text: string): TextAnswer {
  return { status: 200, type: 'text/csv;charset=UTF-8', text };
}

/** As JSON tells an info: by name, and its moments as REST writes them. */
function sorted(info: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(info).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof Date ? toRestDatetime(value.toISOString()) : value]),
  );
}
