import type { SharedTraits, Traits } from '../mapping/index.ts';
import type { TraitsWrite } from '../state/index.ts';

type Read = Readonly<Record<string, unknown>>;

export interface TraitPlan {
  /** What is to be written. */
  changes: Traits;
  /** What counts as last written once that is done. */
  base: Traits;
}

/** Whether the account has to be read before its traits can be planned: what a person may have changed is at stake. */
export function needsReading(shared: SharedTraits | undefined, base: Traits): boolean {
  if (shared === undefined) return false;
  const paths = Object.entries(shared.values);
  if (shared.isHandedOff) return !paths.some(([path]) => path in base) && paths.some(([, value]) => value !== null);
  return paths.some(([path, value]) => !isSame(value, base[path]));
}

/**
 * What counts as last written after a write whose answer never came, by what stands there now: where it is what was sent,
 * that is ours; whatever else stands in our own traits is to be put right.
 */
export function settleTraits(
  { base, changes }: Pick<TraitsWrite, 'base' | 'changes'>,
  own: Traits,
  read: Read,
): Traits {
  const settled = { ...base };
  for (const [path, value] of Object.entries(changes)) {
    if (isSame(read[path], value)) settled[path] = value;
    else if (path in own) Reflect.deleteProperty(settled, path);
  }
  return settled;
}

/**
 * The traits that are ours are written where they differ from what was last written, or from what stands there when
 * nothing was. Those that we share with the Technical Advisor are written only where nobody changed them since our last
 * writing; once the customer is handed over, only where the whole of them is blank.
 */
export function planTraits(
  own: Traits,
  shared: SharedTraits | undefined,
  base: Traits,
  read: Read | undefined,
): TraitPlan {
  const changes: Traits = {};
  const next: Traits = { ...base, ...own };
  for (const [path, value] of Object.entries(own)) {
    const before = path in base ? base[path] : read?.[path];
    if (!isSame(before, value)) changes[path] = value;
  }
  if (shared === undefined || read === undefined) return { changes, base: next };
  const paths = Object.keys(shared.values);
  const isOurs = shared.isHandedOff ? paths.every((path) => !(path in base) && isSame(read[path], null)) : true;
  for (const [path, value] of Object.entries(shared.values)) {
    if (shared.isHandedOff && path in base) continue;
    if (isOurs && !isSame(read[path], value) && isSame(read[path], base[path])) changes[path] = value;
    // What a person changed differs from this for as long as it stands.
    next[path] = value;
  }
  return { changes, base: next };
}

/** A number that Vitally keeps as text is the same; so are nothing and an empty text. */
function isSame(a: unknown, b: unknown): boolean {
  return toText(a) === toText(b);
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
