import type { FastifyRequest } from 'fastify';
import { invalidArgument, missingArgument, SlackError } from './errors.ts';

const TRUE = ['true', 'True', '1'];
const KNOWN_TYPES = ['application/x-www-form-urlencoded', 'application/json'] as const;
const FALSE = ['false', 'False', '0', ''];

/** One call of a Web API method: its arguments, from a form, a query or a JSON body alike. */
export class Call {
  readonly #values: Record<string, unknown>;

  constructor(values: Record<string, unknown>) {
    this.#values = values;
  }

  /** Refuses every argument that is not among these, rather than ignoring it. `token` is always among them. */
  allow(...names: string[]): void {
    const unknown = Object.keys(this.#values).filter((name) => name !== 'token' && !names.includes(name));
    if (unknown.length === 0) return;
    throw new SlackError(
      'invalid_arguments',
      unknown.map((name) => `argument not supported by this emulator: ${name}`),
    );
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw invalidArgument(name, 'must be a string');
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '') throw missingArgument(name);
    return value;
  }

  flag(name: string, fallback = false): boolean {
    const value = this.#values[name];
    if (typeof value === 'boolean') return value;
    const text = this.text(name);
    if (text === undefined) return fallback;
    if (TRUE.includes(text)) return true;
    if (FALSE.includes(text)) return false;
    throw invalidArgument(name, 'must be a boolean');
  }

  /** A nested value: JSON in a form field, or already a value in a JSON body. Text that is no JSON throws `error`. */
  json(name: string, error: SlackError): unknown {
    const value = this.#values[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw error;
    }
  }
}

/** Reads the arguments of a request and who asks. A wrong token throws `not_authed` or `invalid_auth`. */
export function toCall(request: FastifyRequest, token: string): Call {
  const type = request.headers['content-type'] ?? KNOWN_TYPES[0];
  if (!KNOWN_TYPES.some((known) => type.startsWith(known))) throw new SlackError('invalid_post_type');
  const values = { ...toObject(request.query), ...toObject(request.body) };
  const header = request.headers.authorization;
  const given = header === undefined ? values['token'] : /^Bearer (.+)$/i.exec(header)?.[1];
  if (given === undefined || given === '') throw new SlackError('not_authed');
  if (given !== token) throw new SlackError('invalid_auth');
  return new Call(values);
}

function toObject(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new SlackError('json_not_object');
  return value as Record<string, unknown>;
}
