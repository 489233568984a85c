import {
  createGoogleSheets,
  type GoogleSheetsEmulator,
  type GoogleSheetsOptions,
} from '../../../../emulators/google-sheets/index.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** A Google Sheets emulator, and plain requests to its first spreadsheet. */
export interface Sheets {
  emulator: GoogleSheetsEmulator;
  /** Sends to the path behind `/v4/spreadsheets/{id}`. */
  send(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** The body of an answer that must be a good one. */
  ok(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Carries requests out and answers their replies. */
  batch(...requests: object[]): Promise<unknown[]>;
  /** The message with which requests are refused. */
  refusal(...requests: object[]): Promise<unknown>;
  close(): Promise<void>;
}

export async function startSheets(options: GoogleSheetsOptions = {}): Promise<Sheets> {
  const emulator = await createGoogleSheets(options);
  const base = `${emulator.url}/v4/spreadsheets/${emulator.spreadsheetId}`;

  async function send(method: string, path: string, body?: unknown, token = emulator.accessToken): Promise<Answer> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }
  async function ok(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await send(method, path, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Record<string, unknown>;
  }

  return {
    emulator,
    send,
    ok,
    async batch(...requests) {
      const { replies } = await ok('POST', ':batchUpdate', { requests });
      return replies as unknown[];
    },
    async refusal(...requests) {
      const { status, body } = await send('POST', ':batchUpdate', { requests });
      return status === 400 ? (body as { error: { message: string } }).error.message : { status, body };
    },
    close: () => emulator.close(),
  };
}
