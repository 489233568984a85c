import type { Ready } from '../../emulators/index.ts';

/** What the places say over their own APIs, asked with what the ready line tells. */
export interface Vendors {
  query(soql: string): Promise<Record<string, unknown>[]>;
  /** The rows of the backlog under its header. */
  backlog(): Promise<string[][]>;
  traits(externalId: string): Promise<Record<string, unknown>>;
  /** Texts of the messages in the channel, newest first. */
  messages(): Promise<string[]>;
}

export function askVendors({ salesforce, googleSheets, vitally, slack }: Required<Ready>): Vendors {
  const json = async (address: string, authorization: string): Promise<unknown> =>
    (await fetch(address, { headers: { authorization } })).json();
  return {
    async query(soql) {
      const address = `${salesforce.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
      const answer = (await json(address, `Bearer ${salesforce.accessToken}`)) as {
        records: Record<string, unknown>[];
      };
      return answer.records;
    },
    async backlog() {
      const address = `${googleSheets.url}/v4/spreadsheets/${googleSheets.spreadsheetId}/values/Backlog!A2:Z`;
      const answer = (await json(address, `Bearer ${googleSheets.accessToken}`)) as { values?: string[][] };
      return answer.values ?? [];
    },
    async traits(externalId) {
      const key = Buffer.from(`${vitally.apiKey}:`).toString('base64');
      const answer = await json(`${vitally.url}/resources/accounts/${externalId}`, `Basic ${key}`);
      return (answer as { traits: Record<string, unknown> }).traits;
    },
    async messages() {
      const address = `${slack.url}/api/conversations.history?channel=${slack.channel}`;
      const answer = (await json(address, `Bearer ${slack.token}`)) as { messages: { text: string }[] };
      return answer.messages.map(({ text }) => text);
    },
  };
}
