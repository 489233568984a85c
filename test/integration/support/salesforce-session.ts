import type { SalesforceEmulator } from '../../../emulators/salesforce/index.ts';

type Fields = Record<string, string | number | boolean | null>;

/** Somebody at work in Salesforce, over its REST API. */
export interface Session {
  create(object: string, fields: Fields): Promise<string>;
  update(object: string, id: string, fields: Fields): Promise<void>;
  remove(object: string, id: string): Promise<void>;
  /** Rows of a query, as REST answers them. */
  query(soql: string): Promise<Record<string, unknown>[]>;
}

export function openSession(salesforce: SalesforceEmulator, username: string): Session {
  const token = salesforce.accessTokenFor(username);

  async function request(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${salesforce.url}/services/data/v66.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  return {
    create: async (object, fields) => {
      const { id } = (await request('POST', `/sobjects/${object}`, fields)) as { id: string };
      return id;
    },
    update: async (object, id, fields) => {
      await request('PATCH', `/sobjects/${object}/${id}`, fields);
    },
    remove: async (object, id) => {
      await request('DELETE', `/sobjects/${object}/${id}`);
    },
    query: async (soql) => {
      const answer = await request('GET', `/query?q=${encodeURIComponent(soql)}`);
      return (answer as { records: Record<string, unknown>[] }).records;
    },
  };
}
