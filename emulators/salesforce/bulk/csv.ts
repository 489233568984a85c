const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** The names that a job gives to what stands between two values. */
export const DELIMITERS: Record<string, string> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

/** How the lines of a job are written. */
export interface CsvStyle {
  delimiter: string;
  lineEnding: '\n' | '\r\n';
}

/** The lines of a CSV file one by one, without ever holding all of them. A line break inside quotes is part of a value. */
export function* readCsv(file: Buffer, delimiter: string): Generator<string[]> {
  let start = file.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (start < file.length) {
    const end = endOfRecord(file, start);
    const line = file.toString('utf8', start, end).replace(/\r$/, '');
    if (line !== '') yield split(line, delimiter);
    start = end + 1;
  }
}

function endOfRecord(file: Buffer, start: number): number {
  let isQuoted = false;
  for (let place = start; place < file.length; place += 1) {
    if (file[place] === QUOTE) isQuoted = !isQuoted;
    else if (file[place] === NEWLINE && !isQuoted) return place;
  }
  return file.length;
}

function split(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const values: string[] = [];
  let place = 0;
  for (;;) {
    const { value, end } = valueAt(line, place, delimiter);
    values.push(value);
    if (end >= line.length) return values;
    place = end + 1;
  }
}

function valueAt(line: string, start: number, delimiter: string): { value: string; end: number } {
  if (line[start] !== '"') {
    const found = line.indexOf(delimiter, start);
    const end = found < 0 ? line.length : found;
    return { value: line.slice(start, end), end };
  }
  let close = line.indexOf('"', start + 1);
  while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  const last = close < 0 ? line.length : close;
  const found = line.indexOf(delimiter, last);
  return { value: line.slice(start + 1, last).replaceAll('""', '"'), end: found < 0 ? line.length : found };
}

/** One line with every value in quotes, as the Bulk API writes it. */
export function toCsvLine(values: string[], { delimiter, lineEnding }: CsvStyle): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + lineEnding;
}

/** The line ending that the first line of a file has, or undefined when there is only one line. */
export function lineEndingOf(file: Buffer): 'LF' | 'CRLF' | undefined {
  const end = endOfRecord(file, 0);
  if (end === file.length) return undefined;
  return file[end - 1] === 0x0d ? 'CRLF' : 'LF';
}
