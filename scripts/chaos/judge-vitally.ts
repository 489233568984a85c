import { PROJECT_KEY, toCustomer, type BacklogEntry, type Customer } from '../../sync/mapping/index.ts';
import { PROJECT_TEMPLATE } from './service.ts';
import type { Advised } from './stage.ts';
import { askVitally, listVitally, type VitallyRecord } from './vitally-records.ts';
import type { World } from './world.ts';

const OURS = 'groundwork-';

interface Account {
  id: string;
  name: string;
  traits: Record<string, unknown>;
  churnedAt?: unknown;
}

/**
 * All that is wrong in Vitally once everything has come to rest: traits, what a Technical Advisor wrote since, and notes,
 * tasks and projects that are missing, doubled, outdated, at another customer's, or of nothing.
 */
export async function judgeVitally(
  { vitally, office }: World,
  expected: readonly BacklogEntry[],
  advised: ReadonlyMap<string, Advised>,
): Promise<string[]> {
  const found: { account: Account; customer: Customer; theirs: Advised[] }[] = [];
  for (const { accountId } of office.customers()) {
    const account = (await askVitally(vitally, `accounts/${accountId}`)) as Account | undefined;
    if (account === undefined) continue;
    const entries = expected.filter((entry) => entry.accountId === accountId);
    const customer = toCustomer(entries, { projectTemplateId: PROJECT_TEMPLATE, isCatchingUp: false });
    found.push({ account, customer, theirs: [...advised.values()].filter((one) => one.accountId === accountId) });
  }
  const [churned, living] = [
    found.filter(({ account }) => hasChurned(account)),
    found.filter(({ account }) => !hasChurned(account)),
  ];
  const left = new Set(churned.map(({ account }) => account.id));
  const records: VitallyRecord[] = [];
  for (const kind of ['notes', 'tasks', 'projects'] as const) records.push(...(await listVitally(vitally, kind)));
  return [
    ...living.flatMap(({ account, customer, theirs }) => compareTraits(account, customer, theirs)),
    ...compareRecords(
      living,
      records.filter(({ accountId }) => accountId === null || !left.has(accountId)),
    ),
  ];
}

/** What stands at a customer who has left is left alone. */
function hasChurned({ churnedAt }: Account): boolean {
  return churnedAt !== null && churnedAt !== undefined;
}

function compareTraits({ name, traits }: Account, { traits: own, shared }: Customer, theirs: Advised[]): string[] {
  const ours = new Map(Object.entries({ ...own, ...(shared?.isHandedOff === false && shared.values) }));
  const wanted = new Map<string, unknown[]>([...ours].map(([path, value]) => [path, [value]]));
  for (const { path, values, mayBeOurs } of theirs) {
    wanted.set(path, [...values, ...(mayBeOurs ? [ours.get(path) ?? null] : [])]);
  }
  return [...wanted].flatMap(([path, values]) =>
    values.includes(traits[path] ?? null)
      ? []
      : [`${name} has ${path} ${JSON.stringify(traits[path])} for ${JSON.stringify(values)}`],
  );
}

function compareRecords(
  found: readonly { account: Account; customer: Customer }[],
  records: VitallyRecord[],
): string[] {
  const byKey = Map.groupBy(records.filter(isOurs), keyOf);
  const problems: string[] = [];
  const wanted = new Set<string>();
  for (const { account, customer } of found) {
    for (const { key, kind, begins, body } of customer.activities) {
      wanted.add(key);
      const [record, ...more] = byKey.get(key) ?? [];
      if (more.length > 0) problems.push(`Vitally has ${key} ${more.length + 1} times`);
      if (record === undefined && begins) problems.push(`${account.name} has no ${kind} ${key}`);
      if (record === undefined) continue;
      if (record.accountId !== account.id) problems.push(`${key} stands at another customer than ${account.name}`);
      const [is, should] = [textOf(record), textOf(body)];
      if (is !== should) problems.push(`${key} says ${JSON.stringify(is)} for ${JSON.stringify(should)}`);
    }
  }
  for (const key of byKey.keys()) if (!wanted.has(key)) problems.push(`Vitally has ${key}, which is of nothing`);
  return problems;
}

function isOurs(record: VitallyRecord): boolean {
  return keyOf(record).startsWith(OURS);
}

function keyOf({ externalId, traits }: VitallyRecord): string {
  const key = externalId ?? traits?.[PROJECT_KEY];
  // What was withdrawn and made again has another number.
  return typeof key === 'string' ? key.replace(/-\d{1,2}$/, '') : '';
}

/** What it says, whichever HTML that is in. */
function textOf({ subject, name, note }: Partial<VitallyRecord>): string {
  const words = (note ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  return [subject, name, words]
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}
