import { fromSerial } from './date-serial.ts';

const TOKEN = /"([^"]*)"|\\(.)|\[?(y+|m+|d+|h+|s+)\]?|(am\/pm|a\/p)|\.(0+)|([^])/gi;

/** Whether a number pattern shows a date or a time of day. */
export function isDatePattern(pattern: string): boolean {
  const bare = pattern.replaceAll(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\.0+/gi, '');
  return /[ymdhs]/i.test(bare) && !/[#?0]/.test(bare);
}

const LOCALE = 'en-US';

/** A serial number as a date pattern shows it: `yyyy-mm-dd`, `d mmm yyyy`, `h:mm am/pm`. */
export function formatDate(serial: number, pattern: string): string {
  const parts = fromSerial(serial);
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options }).format(date);
  const halfDay = /am\/pm|a\/p/i.test(pattern);
  const matches = [...pattern.matchAll(TOKEN)];
  const letters = matches.map((match) => match[3]?.toLowerCase() ?? '');

  return matches
    .map(([all, quoted, escaped, , half, fraction], index) => {
      const token = letters[index] ?? '';
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
      if (half !== undefined) return halfOf(parts.hour, half);
      if (fraction !== undefined) return (parts.second % 1).toFixed(fraction.length).slice(1);
      if (token.startsWith('y')) return token.length > 2 ? String(parts.year) : pad(parts.year % 100, 2);
      if (token.startsWith('d')) {
        return token.length > 2 ? name({ weekday: token.length > 3 ? 'long' : 'short' }) : pad(parts.day, token.length);
      }
      if (token.startsWith('h')) return pad(halfDay ? parts.hour % 12 || 12 : parts.hour, token.length);
      if (token.startsWith('s')) return pad(Math.floor(parts.second), token.length);
      if (token.startsWith('m') && isMinute(letters, index)) return pad(parts.minute, token.length);
      if (token.startsWith('m')) {
        return token.length > 2 ? name({ month: token.length > 3 ? 'long' : 'short' }) : pad(parts.month, token.length);
      }
      return all;
    })
    .join('');
}

/** `m` after hours or before seconds means minutes. */
function isMinute(letters: readonly string[], index: number): boolean {
  const before = letters.slice(0, index).findLast((token) => token !== '') ?? '';
  const after = letters.slice(index + 1).find((token) => token !== '') ?? '';
  return before.startsWith('h') || after.startsWith('s');
}

function halfOf(hour: number, token: string): string {
  const half = hour < 12 ? 'am' : 'pm';
  const short = token.length === 3 ? half.slice(0, 1) : half;
  return token.startsWith('a') ? short : short.toUpperCase();
}

function pad(number: number, length: number): string {
  return String(number).padStart(Math.min(length, 2), '0');
}
