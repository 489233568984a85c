import type { VitallyEmulator } from '../../emulators/vitally/index.ts';

/** Asks Vitally's API, or with a body has it change something. Undefined when it knows nothing of the kind. */
export async function askVitally({ url, apiKey }: VitallyEmulator, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${url}/resources/${path}`, {
    method: body === undefined ? 'GET' : 'PUT',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (answer.status === 404 || answer.status === 400) return undefined;
  if (!answer.ok) throw new Error(`Vitally, ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A note, task or project as Vitally tells it. */
export interface VitallyRecord {
  id: string;
  accountId: string | null;
  externalId?: string | null;
  name?: string | null;
  subject?: string | null;
  note?: string | null;
  archivedAt?: string | null;
  traits?: Record<string, unknown>;
}

export async function listVitally(
  vitally: VitallyEmulator,
  kind: 'notes' | 'tasks' | 'projects',
): Promise<VitallyRecord[]> {
  const records: VitallyRecord[] = [];
  let from = '';
  do {
    const page = (await askVitally(vitally, `${kind}?limit=100&sortBy=createdAt${from}`)) as {
      results: VitallyRecord[];
      next?: string | null;
    };
    records.push(...page.results.filter(({ archivedAt }) => archivedAt == null));
    from = page.next == null ? '' : `&from=${encodeURIComponent(page.next)}`;
  } while (from !== '');
  return records;
}
