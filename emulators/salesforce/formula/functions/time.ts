import type { Decimal } from 'decimal.js';
import { expectType, isTrue, valueOf, type Expression } from '../expression.ts';
import { DAY, Numeric } from '../values.ts';
import {
  argumentAt,
  expectCount,
  pureOf,
  subject,
  type Call,
  type FunctionDefinition,
  type FunctionTable,
} from './definition.ts';
import { readTime } from './read-date.ts';

export const TIME: FunctionTable = {
  TIMENOW: (call) => {
    expectCount(call, 0, 0);
    return { type: 'time', position: call.position, evaluate: (context) => timeOfDay(context.now.getTime()) };
  },
  TIMEVALUE: pureOf(
    [['text', 'datetime', 'time']],
    () => 'time',
    (value) => {
      if (typeof value === 'number') return timeOfDay(value);
      return value === '' ? null : readTime(value);
    },
  ),
  HOUR: partOfTime((date) => date.getUTCHours()),
  MINUTE: partOfTime((date) => date.getUTCMinutes()),
  SECOND: partOfTime((date) => date.getUTCSeconds()),
  MILLISECOND: partOfTime((date) => date.getUTCMilliseconds()),
  FORMATDURATION: formatDuration,
};

function timeOfDay(instant: number): number {
  return ((instant % DAY) + DAY) % DAY;
}

function partOfTime(part: (time: Date) => number): FunctionDefinition {
  return pureOf(
    [['time']],
    () => 'number',
    (time) => new Numeric(part(new Date(time))),
  );
}

/** Of seconds, with days when the second argument says so; or of the span between two times or two datetimes. */
function formatDuration(call: Call): Expression {
  expectCount(call, 1, 2);
  const first = argumentAt(call, 0);
  const second = call.arguments[1];
  expectType(first, ['number', 'time', 'datetime'], subject(call));
  if (first.type === 'number' || first.type === 'null') {
    if (second !== undefined) expectType(second, ['boolean'], subject(call));
    return {
      type: 'text',
      position: call.position,
      evaluate: (context) => {
        const seconds = valueOf(first, 'number', context);
        if (seconds === null) return null;
        return duration(seconds, second !== undefined && isTrue(second, context));
      },
    };
  }
  const { type } = first;
  const end = argumentAt(call, 1);
  expectType(end, type === 'time' ? ['time'] : ['datetime'], subject(call));
  return {
    type: 'text',
    position: call.position,
    evaluate: (context) => {
      const [from, to] = [first.evaluate(context), end.evaluate(context)];
      if (typeof from !== 'number' || typeof to !== 'number') return null;
      return duration(new Numeric(to - from).div(1000), type === 'datetime');
    },
  };
}

/** `25:04:09`, or with days `1:01:04:09`. */
function duration(span: Decimal, withDays: boolean): string {
  const seconds = span.abs().trunc();
  const hours = seconds.divToInt(3600);
  const clock = [withDays ? hours.mod(24) : hours, seconds.divToInt(60).mod(60), seconds.mod(60)]
    .map((part) => part.toFixed().padStart(2, '0'))
    .join(':');
  return withDays ? `${hours.divToInt(24).toFixed()}:${clock}` : clock;
}
