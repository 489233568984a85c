/** `IR-{00000}` and 7 → `IR-00007`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` are those of the day. */
export function formatAutoNumber(format: string, number: number, now: Date): string {
  const [date = ''] = now.toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return format
    .replaceAll('{YYYY}', year)
    .replaceAll('{YY}', year.slice(2))
    .replaceAll('{MM}', month)
    .replaceAll('{DD}', day)
    .replace(/\{(0+)\}/, (_braces, zeros: string) => String(number).padStart(zeros.length, '0'));
}
