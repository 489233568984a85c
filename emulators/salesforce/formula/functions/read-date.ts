import { FormulaEvaluationError } from '../errors.ts';

/** Four digits for the year, any number for the rest; what follows is ignored. */
const DATE = /^(\d{4})-(\d+)-(\d+)/;
const TIME_AFTER_DATE = /^ +(\d+):(\d+):(\d+)/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})\.(\d{3})$/;

/** `2011-1-9`. Throws FormulaEvaluationError. */
export function readDate(text: string): number {
  return dateIn(text).date;
}

/** `2011-1-9 5:22:33`, GMT. Throws FormulaEvaluationError. */
export function readDatetime(text: string): number {
  const { date, length } = dateIn(text);
  const time = TIME_AFTER_DATE.exec(text.slice(length));
  if (time === null) throw invalid(text);
  return date + millisecondsOf(time, text);
}

/** `10:40:55.666`, in exactly this form. Throws FormulaEvaluationError. */
export function readTime(text: string): number {
  const time = TIME.exec(text);
  if (time === null) throw invalid(text);
  return millisecondsOf(time, text) + Number(time[4]);
}

function dateIn(text: string): { date: number; length: number } {
  const found = DATE.exec(text);
  if (found === null) throw invalid(text);
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw invalid(text);
  return { date: date.getTime(), length: found[0].length };
}

function millisecondsOf(time: RegExpExecArray, text: string): number {
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3])];
  if (hours > 23 || minutes > 59 || seconds > 59) throw invalid(text);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function invalid(text: string): FormulaEvaluationError {
  return new FormulaEvaluationError(`Invalid date format: ${text}`);
}
