/** How often each thing happened, by its name. */
export type Tally = Record<string, number>;

export function countIn(tally: Tally, name: string, by = 1): void {
  tally[name] = (tally[name] ?? 0) + by;
}

export function addTo(sum: Tally, more: Tally): void {
  for (const [name, count] of Object.entries(more)) countIn(sum, name, count);
}

/** A line for each thing, and one that says at how many kinds of requests a process died. */
export function tellTally(tally: Tally): string[] {
  const names = Object.keys(tally).toSorted();
  const after = (beginning: string): string[] =>
    names.flatMap((name) => (name.startsWith(beginning) ? [name.slice(beginning.length)] : []));
  const asked = after('request ');
  const boundaries = ['lost', 'answered'].map((moment) => {
    const spared = asked.filter((kind) => tally[`death, ${moment}: ${kind}`] === undefined);
    const rest = spared.length === 0 ? '' : `; not at ${spared.join(', ')}`;
    return `died with the request ${moment} at ${asked.length - spared.length} of ${asked.length} kinds of requests${rest}`;
  });
  return [...names.map((name) => `${tally[name]} ${name}`), ...boundaries];
}

/** A request without what differs from one to the next. */
export function kindOfRequest(vendor: string, { method, path }: { method: string; path: string }): string {
  const [place = ''] = path.split('?');
  const parts = place.split('/').map((part) => part.replace(/^[\w-]*\d[\w-]{9,}/, '{id}'));
  return `${vendor} ${method} ${parts.join('/')}`;
}
