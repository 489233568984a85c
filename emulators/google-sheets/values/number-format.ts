import type { NumberFormat } from '../wire/messages.ts';
import { formatDate, isDatePattern } from './date-format.ts';

/** The patterns that stand for a type without one, for locale en_US. */
const DEFAULT_PATTERNS: Partial<Record<NonNullable<NumberFormat['type']>, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/** A number as its format shows it. https://developers.google.com/workspace/sheets/api/guides/formats */
export function formatNumber(value: number, format: NumberFormat | undefined): string {
  const pattern = patternOf(format);
  if (pattern === undefined || pattern === '@' || pattern.toLowerCase() === 'general') return plain(value);
  const sections = splitSections(pattern);
  const section = sections[value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0] ?? '';
  if (isDatePattern(section)) return formatDate(value, section);
  const signed = value < 0 && sections.length > 1 ? -value : value;
  return numeric(signed, section);
}

export function isDateFormat(format: NumberFormat | undefined): boolean {
  return ['DATE', 'TIME', 'DATE_TIME'].includes(format?.type ?? '') || isDatePattern(format?.pattern ?? '');
}

function patternOf(format: NumberFormat | undefined): string | undefined {
  if (format?.pattern !== undefined && format.pattern !== '') return format.pattern;
  return format?.type && DEFAULT_PATTERNS[format.type];
}

/** A number without a format: up to ten decimals, or powers of ten where they say more. */
function plain(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9)
    return value
      .toExponential()
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E');
  return String(Number(value.toFixed(10)));
}

function splitSections(pattern: string): string[] {
  return pattern.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [pattern];
}

const PLACES = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-]?0+)?|\.[#0?]+/i;

function numeric(value: number, section: string): string {
  const literals: string[] = [];
  // Quoted and escaped text is set aside so that its digits are not taken for places.
  const bare = section
    .replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/"([^"]*)"|\\(.)|_(.)|\*(.)/g, (_match, quoted?: string, escaped?: string, space?: string) => {
      literals.push(quoted ?? escaped ?? (space === undefined ? '' : ' '));
      return '\u0001';
    });
  const places = PLACES.exec(bare)?.[0];
  const scaled = bare.includes('%') ? value * 100 : value;
  const shown = places === undefined ? bare : bare.replace(places, digits(Math.abs(scaled), places));
  const text = shown.replaceAll('\u0001', () => literals.shift() ?? '');
  return scaled < 0 && places !== undefined ? `-${text}` : text;
}

function digits(value: number, places: string): string {
  const [mantissa = '', exponent] = places.split(/E/i);
  const [whole = '', decimals = ''] = mantissa.split('.');
  const most = decimals.length;
  const least = decimals.replaceAll(/[^0]/g, '').length;
  if (exponent !== undefined) return scientific(value, most, exponent);
  const thousands = whole.endsWith(',') ? 1000 ** (/,+$/.exec(whole)?.[0].length ?? 0) : 1;
  const grouped = whole.replace(/,+$/, '').includes(',');
  const integers = Math.max(1, whole.replaceAll(/[^0]/g, '').length);
  const shown = numberFormat(grouped, integers, least, most).format(value / thousands);
  return whole.includes('0') ? shown : shown.replace(/^0(?=\.|$)/, '');
}

function scientific(value: number, decimals: number, exponent: string): string {
  const [base = '', power = '0'] = value.toExponential(decimals).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${base}E${sign}${power.replace(/[+-]/, '').padStart(exponent.replaceAll(/[^0]/g, '').length, '0')}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes far longer than using it. */
function numberFormat(grouped: boolean, integers: number, least: number, most: number): Intl.NumberFormat {
  const key = [grouped, integers, least, most].join();
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', {
    useGrouping: grouped,
    minimumIntegerDigits: integers,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  formats.set(key, format);
  return format;
}
