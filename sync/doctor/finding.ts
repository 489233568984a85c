import { SyncError, toError } from '../errors.ts';

export type Area = 'Settings' | 'Salesforce' | 'Google Sheets' | 'Vitally' | 'Slack';

/** What one check found. */
export interface Finding {
  area: Area;
  check: string;
  state: 'fine' | 'warning' | 'broken' | 'off';
  /** What was found, in plain words. */
  says: string;
  /** What to do about it; absent when there is nothing to do. */
  fix?: string;
}

/** What is known of a cause: the words in the vendor's answer by which it is told, and how to mend it. */
export interface Cause {
  sign: RegExp;
  says: string;
  fix: string;
}

/** A finding from what was thrown: the first cause whose sign it bears; the error's own words when there is none. */
export function diagnose(area: Area, check: string, thrown: unknown, causes: readonly Cause[]): Finding {
  const error = toError(thrown);
  const text = describe(error);
  const known = causes.find(({ sign }) => sign.test(text));
  if (known !== undefined) return { area, check, state: 'broken', says: known.says, fix: known.fix };
  return {
    area,
    check,
    state: 'broken',
    says: error.message === '' ? error.name : error.message,
    fix: 'Try again later; if it stays, ask with this message.',
  };
}

/** Stands for the words of an error that has none. */
const NO_REASON = '(no reason given)';

/** Signs are looked for in the names and words of the error and of what caused it. */
function describe(error: Error): string {
  const code = error instanceof SyncError ? JSON.stringify(error.details) : '';
  const ownCode = 'code' in error ? String(error.code) : '';
  const cause = error.cause instanceof Error ? describe(error.cause) : '';
  return [error.name, ownCode, code, error.message === '' ? NO_REASON : error.message, cause].join(' ');
}

/** Nobody answers at the address. */
export function unreachable(address: string, variable: string): Cause {
  return {
    sign: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|fetch failed|ETIMEDOUT|ECONNRESET|socket hang up|CERT/i,
    says: `Nobody answers at ${address}`,
    fix: `Check ${variable}, and that this machine may reach the address.`,
  };
}
