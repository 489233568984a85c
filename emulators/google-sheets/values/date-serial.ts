const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The parts of a date and time of day as a sheet knows them: without a zone. `month` counts from 1. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Days since 30 December 1899, with the time of day as the fraction; undefined for a date that does not exist. */
export function toSerial({ year, month, day, hour, minute, second }: DateParts): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second >= 60) return undefined;
  return (date.getTime() - EPOCH_MS) / DAY_MS + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** A serial number's date and time, and the day of the week with Sunday as 0. */
export function fromSerial(serial: number): DateParts & { weekday: number } {
  const date = new Date(EPOCH_MS + Math.round(serial * 86_400_000));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds() + date.getUTCMilliseconds() / 1000,
    weekday: date.getUTCDay(),
  };
}
