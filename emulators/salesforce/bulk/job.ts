import type { User } from '../entities.ts';
import { DELIMITERS, type CsvStyle } from './csv.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What query and ingest jobs have in common. */
export interface Job {
  id: string;
  user: User;
  /** `66.0` */
  version: string;
  operation: string;
  object: string;
  state: JobState;
  createdAt: Date;
  changedAt: Date;
  lineEnding: 'LF' | 'CRLF';
  columnDelimiter: string;
  errorMessage?: string;
  processed: number;
  /** Milliseconds. */
  processingTime: number;
}

export function styleOf({ lineEnding, columnDelimiter }: Job): CsvStyle {
  return { delimiter: DELIMITERS[columnDelimiter] ?? ',', lineEnding: lineEnding === 'CRLF' ? '\r\n' : '\n' };
}

/** Whether nothing will happen to a job any more. */
export function isOver({ state }: Job): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** The part of a job's representation that both kinds share. */
export function toJobInfo(job: Job): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.user.id,
    createdDate: toStamp(job.createdAt),
    systemModstamp: toStamp(job.changedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
  };
}

function toStamp(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}
