import { readCsv, toCsvLine } from './csv.ts';
import { toErrorText, type IngestJob, type Outcome } from './ingest-job.ts';
import { isOver, styleOf } from './job.ts';

const LINES_PER_CHUNK = 1000;

export type ResultKind = 'successful' | 'failed' | 'unprocessed';

/** The rows of a finished job that had this fate, as CSV in pieces: each with its record or its error before it. */
export function* resultsOf(job: IngestJob, kind: ResultKind): Generator<string> {
  const style = styleOf(job);
  const rows = readCsv(job.file ?? Buffer.alloc(0), style.delimiter);
  const header = rows.next();
  if (header.done === true) return;
  let chunk = toCsvLine([...HEADS[kind], ...header.value], style);
  let lines = 0;
  let index = 0;
  for (const row of isOver(job) ? rows : []) {
    const outcome = job.outcomes[index++];
    if (fateOf(outcome) !== kind) continue;
    chunk += toCsvLine([...headOf(kind, outcome), ...row], style);
    lines += 1;
    if (lines % LINES_PER_CHUNK !== 0) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

const HEADS: Record<ResultKind, string[]> = {
  successful: ['sf__Id', 'sf__Created'],
  failed: ['sf__Id', 'sf__Error'],
  unprocessed: [],
};

function fateOf(outcome: Outcome | undefined): ResultKind {
  if (outcome === undefined) return 'unprocessed';
  return outcome.errors === undefined ? 'successful' : 'failed';
}

function headOf(kind: ResultKind, outcome: Outcome | undefined): string[] {
  if (outcome === undefined || kind === 'unprocessed') return [];
  const { id, created, errors } = outcome;
  return [id, errors === undefined ? String(created) : toErrorText(errors)];
}
