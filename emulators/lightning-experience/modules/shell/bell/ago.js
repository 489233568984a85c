const MINUTE = 60_000;
const UNITS = [
  { unit: 'day', length: 1440 * MINUTE },
  { unit: 'hour', length: 60 * MINUTE },
  { unit: 'minute', length: MINUTE },
];

/** How long ago something was, in words. The org's clock may be ahead of this machine's: then the date says it. */
export function ago(moment, now = Date.now()) {
  const at = new Date(moment);
  const passed = now - at.getTime();
  if (passed < -MINUTE) return at.toLocaleDateString('en-US', { dateStyle: 'medium' });
  const { unit, length } = UNITS.find((one) => passed >= one.length) ?? {};
  if (unit === undefined) return 'just now';
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(-Math.floor(passed / length), unit);
}
