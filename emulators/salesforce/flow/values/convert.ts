import type { StoredValue } from '../../entities.ts';
import { lazily } from '../../lazily.ts';
import { FlowProblem } from '../errors.ts';
import {
  asList,
  asScalar,
  copyItem,
  describeType,
  familyOf,
  isList,
  type Family,
  type FlowItem,
  type FlowType,
  type FlowValue,
} from './types.ts';

/** Turns a value of one type into the same of another. */
export type Conversion = (value: FlowValue) => FlowValue;

/** How a value of one type is put where another is kept. Throws FlowProblem when it cannot be. */
export function conversion(from: FlowType, to: FlowType): Conversion {
  const convertItem = itemConversion(from, to);
  if (to.isCollection) return (value) => (value === null ? null : asList(value).map(convertItem));
  if (from.isCollection) throw misfit(from, to);
  return (value) => convertItem(isList(value) ? null : value);
}

function itemConversion(from: FlowType, to: FlowType): (item: FlowItem) => FlowItem {
  if (from.of === 'record' || to.of === 'record') {
    if (from.of === 'record' && to.of === 'record' && from.object === to.object) return copyItem;
    throw misfit(from, to);
  }
  const [source, target] = [familyOf(from), familyOf(to)];
  if (source === target) return (item) => item;
  // A list of text holds only text; a single text takes anything that can be shown.
  if (target === 'text' && !to.isCollection) return present((value) => toText(value, source));
  if (source === 'datetime' && target === 'date') return present((value) => String(value).slice(0, 10));
  if (source === 'date' && target === 'datetime') return present((value) => `${String(value)}T00:00:00.000Z`);
  throw misfit(from, to);
}

function present(convert: (value: string | number) => StoredValue): (item: FlowItem) => FlowItem {
  return (item) => {
    const value = asScalar(item);
    return value === null ? null : convert(value);
  };
}

function misfit(from: FlowType, to: FlowType): FlowProblem {
  return new FlowProblem(`${describeType(from)} can't be assigned to ${describeType(to)}`);
}

const dateFormat = lazily(() => new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }));
const dateTimeFormat = lazily(
  () =>
    new Intl.DateTimeFormat('en-US', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    }),
);

/** A value within text, as a user of the locale en_US and the time zone GMT sees it; nothing is no text. */
export function toText(value: StoredValue, family: Family): string {
  if (value === null) return '';
  switch (family) {
    case 'boolean':
      return value === 1 ? 'true' : 'false';
    case 'date':
      return dateFormat().format(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      // The formatter puts a narrow space before AM and PM.
      return dateTimeFormat()
        .format(new Date(String(value)))
        .replaceAll('\u202f', ' ');
    default:
      return String(value);
  }
}
