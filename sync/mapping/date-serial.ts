/** Sheets counts days from here, see https://developers.google.com/workspace/sheets/api/guides/formats */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;

/** The serial number of the day of an ISO date or time, in UTC. */
export function toSerial(date: string | null): number | null {
  return date === null ? null : (Date.parse(date.slice(0, 10)) - DAY_ZERO) / DAY_MS;
}

/** The serial number of a moment, in UTC, to the second: a fraction of a day that every reader writes the same. */
export function toTimeSerial(moment: Date): number {
  return Number(((moment.getTime() - DAY_ZERO) / DAY_MS).toFixed(5));
}

/** The day of a serial number, `2027-03-31`; undefined when it is none that Salesforce can hold. */
export function toIsoDate(serial: number): string | undefined {
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY_MS);
  const year = date.getTime() === date.getTime() ? date.getUTCFullYear() : 0;
  return year >= 1700 && year <= 4000 ? date.toISOString().slice(0, 10) : undefined;
}
